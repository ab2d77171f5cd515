import { AxeBuilder } from "@axe-core/playwright";
import type { ChatPage } from "../pages/chat-page";
import { expect, test } from "../fixtures/ui-test";

const markdown = `# Heading

A **strong** word, *emphasis*, \`code\`, ~~gone~~ and a [link](https://example.com/).

| Name | Value |
| --- | ---: |
| \`a\` | 1 |

\`\`\`ts
const answer = 42;
\`\`\`

> A quote

- [x] done
- [ ] open

![diagram](https://example.com/diagram.png)`;

const journeys: Record<string, (chat: ChatPage) => AsyncGenerator<string, void>> = {
  "the empty page and a chat that is not there": async function* (chat) {
    await expect(chat.suggestions).toBeVisible();
    yield "empty";
    await chat.page.goto("/chat/unknown");
    await expect(chat.page.getByRole("heading", { name: chat.text.notFound.title })).toBeVisible();
    yield "not found";
  },
  "an answer that is being written, and then stopped": async function* (chat) {
    await chat.send("/stall 60");
    await expect(chat.status).toHaveText(chat.text.phases.streaming);
    yield "streaming";
    await chat.stopButton.click();
    await chat.expectStopped();
    yield "stopped";
  },
  "an answer in markdown": async function* (chat) {
    await chat.send(`/echo ${markdown}`);
    await chat.expectWholeAnswers(1);
    yield "finished";
  },
  "tool calls": async function* (chat) {
    await chat.send("/tool error");
    await chat.expectWholeAnswers(1);
    await chat.answers.getByText(chat.text.tool.failed, { exact: true }).click();
    await chat.send("12*34+5");
    await chat.expectWholeAnswers(2);
    await chat.answers.getByText(chat.text.tool.done, { exact: true }).click();
    await expect(chat.answers.getByRole("term")).toHaveCount(4);
    yield "open tool calls";
  },
  "an error": async function* (chat) {
    await chat.send("/error after 5");
    await expect(chat.alert).toBeVisible();
    yield "failed";
  },
};

for (const locale of ["en-US", "ko-KR"]) {
  test.describe(locale, () => {
    test.use({ locale, contextOptions: { reducedMotion: "reduce" } });

    for (const [name, travel] of Object.entries(journeys)) {
      test(`axe finds nothing wrong with ${name}, light or dark`, async ({
        chat,
        page,
        expectedPageErrors,
      }) => {
        expectedPageErrors.push(/status of 404/);
        await chat.open();
        for await (const state of travel(chat)) {
          for (const colorScheme of ["light", "dark"] as const) {
            await page.emulateMedia({ colorScheme });
            const { violations } = await new AxeBuilder({ page }).analyze();
            expect(violations, `${state}, ${colorScheme}`).toEqual([]);
          }
        }
      });
    }
  });
}
