import type { ChatPage } from "../../pages/chat-page";
import { expect, test } from "../../fixtures/ui-test";

const widths = [390, 320];
const wideAnswer = `# A heading that is rather long for a narrow screen

${"unbreakable".repeat(20)} and https://example.com/${"path/".repeat(30)}

| A column | Another column | A third column | A fourth column |
| --- | --- | --- | --- |
| some words in a cell | some more words | \`code in a cell\` | 1234567890 |

\`\`\`ts
const line = "${"a line of code that does not end soon ".repeat(5)}";
\`\`\`

![${"a diagram ".repeat(10)}](https://${"long".repeat(12)}.example.com/diagram.png)`;

for (const width of widths) {
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height: 700 } });

    test("the empty page fits", async ({ chat }) => {
      await chat.open();
      await expectToFit(chat, width);
    });

    test("an answer with wide parts fits", async ({ chat }) => {
      await chat.open();
      await chat.send(`/echo ${wideAnswer}`);
      await chat.expectWholeAnswers(1);
      await expectToFit(chat, width);
      expect(
        await chat.conversation.evaluate(
          ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
        ),
      ).toBe(0);
    });

    test("an error and an open tool call fit", async ({ chat }) => {
      await chat.open();
      await chat.send("12*34+5");
      await chat.expectWholeAnswers(1);
      await chat.answers.getByText(chat.text.tool.done).tap();
      await chat.send("/error after 5");
      await expect(chat.alert).toBeVisible();
      await expectToFit(chat, width);
    });
  });
}

test("fingers can hit every control", async ({ chat, page }) => {
  await chat.open();
  await chat.send("12*34+5");
  await chat.expectWholeAnswers(1);
  await chat.send("/echo ```js\n1 + 1\n```");
  await chat.expectWholeAnswers(2);
  await chat.send("/error after 5");
  await expect(chat.alert).toBeVisible();
  await chat.write("next");

  const controls = await Promise.all(
    [
      page.getByRole("button"),
      page.getByRole("banner").getByRole("link"),
      page.getByRole("textbox"),
      chat.answers.getByText(chat.text.tool.done).locator(".."),
    ].map((locator) => locator.all()),
  );
  const sizes = await Promise.all(
    controls.flat().map(async (control) => ({
      name: await control.evaluate(({ outerHTML }) => outerHTML.slice(0, 200)),
      ...(await control.boundingBox()),
    })),
  );
  expect(sizes.length).toBeGreaterThan(8);
  expect(sizes.filter(({ width = 0, height = 0 }) => width < 44 || height < 44)).toEqual([]);
});

test("suggestions can be hit with a finger", async ({ chat }) => {
  await chat.open();
  const suggestions = await chat.suggestions.getByRole("button").all();
  const boxes = await Promise.all(suggestions.map((suggestion) => suggestion.boundingBox()));
  expect(boxes).toHaveLength(chat.text.empty.suggestions.length);
  for (const box of boxes) expect(box?.height).toBeGreaterThanOrEqual(44);
});

test("the input is in sight and too large to make the browser zoom", async ({ chat }) => {
  await chat.open();
  await expect(chat.input).toBeInViewport({ ratio: 1 });
  const fontSize = await chat.input.evaluate((input) => getComputedStyle(input).fontSize);
  expect(Number.parseFloat(fontSize)).toBeGreaterThanOrEqual(16);

  await chat.send("/long 300 0");
  await chat.expectWholeAnswers(1);
  await expect(chat.input).toBeInViewport({ ratio: 1 });
  await chat.write("line\n".repeat(40));
  await expect(chat.sendButton).toBeInViewport({ ratio: 1 });
});

test("no keyboard is raised over an answer that is being read", async ({ chat }) => {
  await chat.open();
  await expect(chat.input).not.toBeFocused();
  await chat.suggestions.getByRole("button").first().tap();
  await expect(chat.questions).toHaveCount(1);
  await expect(chat.input).not.toBeFocused();
});

test("a finger sends and stops", async ({ chat }) => {
  await chat.open();
  await chat.write("/long 4000 60");
  await chat.sendButton.tap();
  await expect(chat.answers).toContainText("[22]");
  await chat.stopButton.tap();
  await chat.expectStopped();
  await chat.expectNoLiveRun();
});

async function expectToFit(chat: ChatPage, width: number): Promise<void> {
  const page = await chat.page.evaluate(() => ({
    contentWidth: document.documentElement.scrollWidth,
    windowWidth: window.innerWidth,
  }));
  expect(page).toEqual({ contentWidth: width, windowWidth: width });
}
