import type { Locator } from "@playwright/test";
import { expect, test } from "../../fixtures/model-ui-test";

/** What tells a person where the focus is. */
function readFocusMarks(locator: Locator) {
  return locator.evaluate((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const frame = getComputedStyle(element.closest("form") ?? element);
    return `${outlineStyle} ${outlineWidth} ${frame.boxShadow} ${frame.borderColor}`;
  });
}

test.use({ contextOptions: { reducedMotion: "reduce" } });

test.beforeEach(async ({ chat, question, upstream }) => {
  upstream.answer(question, (exchange) => {
    exchange.sendText("An answer with code:\n\n```js\n1 + 1\n```");
    exchange.finish();
  });
  await chat.open();
  await expect(chat.input).toBeFocused();
});

test("Tab reaches everything, in the order in which it stands there", async ({
  chat,
  page,
  question,
}) => {
  await chat.send(question);
  await chat.expectWholeAnswers(1);
  await expect(chat.input).toBeFocused();
  await chat.write("next");
  await page.keyboard.press("Tab");
  await expect(chat.sendButton).toBeFocused();

  const code = chat.answers.getByLabel("js", { exact: true });
  const order = [
    chat.sendButton,
    chat.input,
    chat.answerAgainButton,
    chat.copyAnswerButton,
    code,
    chat.copyCodeButton,
    chat.conversation,
    chat.newChatLink,
    chat.modelSelect,
    chat.homeLink,
  ];
  const seen: string[] = [];
  for (const control of order) {
    await expect(control).toBeFocused();
    seen.push(await readFocusMarks(control));
    await page.keyboard.press("Shift+Tab");
  }
  const unfocused = await Promise.all(order.map(readFocusMarks));
  expect(seen.filter((marks, index) => marks === unfocused[index])).toEqual([]);
});

test("a chat can be led without a mouse", async ({ chat, page, question }) => {
  await page.keyboard.insertText(question);
  await page.keyboard.press("Tab");
  await expect(chat.sendButton).toBeFocused();
  await page.keyboard.press("Space");
  await chat.expectWholeAnswers(1);
  await expect(chat.input).toBeFocused();

  await chat.modelSelect.focus();
  await page.keyboard.press("ArrowDown");
  await expect(chat.modelSelect).toHaveValue("demo");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(chat.conversation).toBeFocused();

  await chat.input.focus();
  await page.keyboard.type("/stall 60");
  await page.keyboard.press("Enter");
  await expect(chat.status).toHaveText(chat.text.phases.streaming);
  await expect(chat.input).toBeFocused();
  await page.keyboard.press("Escape");
  await chat.expectStopped();
  await expect(chat.input).toBeFocused();
});

test("the chosen model answers", async ({ chat, question, upstream }) => {
  await expect(chat.modelSelect).toHaveValue("mock");
  await chat.modelSelect.selectOption({ label: chat.text.demo.label });
  await chat.send("/echo from the demo");
  await chat.expectWholeAnswers(1);
  await expect(chat.answers).toHaveText(["from the demo"]);
  expect(upstream.exchanges(question)).toHaveLength(0);

  await chat.modelSelect.selectOption("mock");
  await chat.send(question);
  await chat.expectWholeAnswers(2);
  await expect(chat.answers.last()).toContainText("An answer with code:");
  expect(upstream.exchanges(question)).toHaveLength(1);
});

test("Try again brings the answer once the model is well again", async ({
  chat,
  question,
  upstream,
}) => {
  upstream.answer(question, (exchange) => exchange.sendJson(500, { error: { message: "ill" } }));
  await chat.send(question);
  await expect(chat.alert).toContainText(chat.text.errors["model-error"] ?? "");

  upstream.answer(question, (exchange) => {
    exchange.sendText("well again");
    exchange.finish();
  });
  await chat.retryButton.click();
  await chat.expectWholeAnswers(1);
  await expect(chat.answers).toHaveText(["well again"]);
  await expect(chat.questions).toHaveText([question]);
  await expect(chat.alert).toBeHidden();
});
