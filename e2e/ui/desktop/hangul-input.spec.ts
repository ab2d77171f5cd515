import type { CDPSession, Page } from "@playwright/test";
import { expect, test } from "../../fixtures/ui-test";

interface Composition {
  type: "composition";
  name: "compositionstart" | "compositionupdate" | "compositionend";
}

interface EnterKey {
  type: "enter";
  keyCode: number;
  isComposing: boolean;
}

/** Sends these events to the focused input within one task, as a browser does for one key press. */
function dispatch(page: Page, events: readonly (Composition | EnterKey)[]): Promise<number> {
  return page.evaluate((list) => {
    for (const event of list) {
      const { isComposing, keyCode } = { isComposing: false, keyCode: 0, ...event };
      const init = { bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(
        event.type === "composition"
          ? new CompositionEvent(event.name, { ...init, data: "글" })
          : new KeyboardEvent("keydown", { ...init, key: "Enter", keyCode, isComposing }),
      );
    }
    return performance.now();
  }, events);
}

const start: Composition = { type: "composition", name: "compositionstart" };
const update: Composition = { type: "composition", name: "compositionupdate" };
const end: Composition = { type: "composition", name: "compositionend" };

const orders = {
  "a flag on the Enter": [start, update, { type: "enter", keyCode: 13, isComposing: true }, end],
  "key code 229": [start, update, { type: "enter", keyCode: 229, isComposing: true }, end],
  "the composition's end first, as in Safari": [
    start,
    update,
    end,
    { type: "enter", keyCode: 229, isComposing: false },
  ],
  "the composition's end first and a plain key code": [
    start,
    update,
    end,
    { type: "enter", keyCode: 13, isComposing: false },
  ],
} satisfies Record<string, (Composition | EnterKey)[]>;

test.beforeEach(({ chat }) => chat.open());

for (const [name, events] of Object.entries(orders)) {
  test(`the Enter that ends a syllable does not send: ${name}`, async ({ chat, page }) => {
    await chat.write("/echo 한글");
    const endMs = await dispatch(page, events);
    await expect(chat.input).toHaveValue("/echo 한글");
    await expect(chat.questions).toHaveCount(0);

    await page.waitForFunction((ms) => performance.now() - ms > 50, endMs);
    await chat.input.press("Enter");
    await chat.expectWholeAnswers(1);
    await expect(chat.questions).toHaveText(["/echo 한글"]);
    await expect(chat.answers).toHaveText(["한글"]);
  });
}

test("a syllable that an input method is still composing is not sent in halves", async ({
  chat,
  context,
  page,
}) => {
  await chat.write("/echo ");
  const inputMethod = await context.newCDPSession(page);
  for (const text of ["ㅎ", "하", "한"]) await compose(inputMethod, text);
  await inputMethod.send("Input.insertText", { text: "한" });
  for (const text of ["ㄱ", "그", "글"]) await compose(inputMethod, text);
  await expect(chat.input).toHaveValue("/echo 한글");

  const enter = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 229 };
  await inputMethod.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...enter });
  await inputMethod.send("Input.insertText", { text: "글" });
  await inputMethod.send("Input.dispatchKeyEvent", { type: "keyUp", ...enter });
  await expect(chat.input).toHaveValue("/echo 한글");
  await expect(chat.questions).toHaveCount(0);

  const endMs = await page.evaluate(() => performance.now());
  await page.waitForFunction((ms) => performance.now() - ms > 50, endMs);
  await chat.input.press("Enter");
  await chat.expectWholeAnswers(1);
  await expect(chat.questions).toHaveText(["/echo 한글"]);
  await expect(chat.input).toHaveValue("");
});

test("a real Enter in the middle of a composition does not send", async ({
  chat,
  context,
  page,
}) => {
  await chat.write("/echo ");
  const inputMethod = await context.newCDPSession(page);
  await compose(inputMethod, "글");
  const enter = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 13 };
  await inputMethod.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...enter });
  await expect(chat.questions).toHaveCount(0);
  await expect(chat.input).toHaveValue("/echo 글");
});

function compose(inputMethod: CDPSession, text: string) {
  const selection = { selectionStart: text.length, selectionEnd: text.length };
  return inputMethod.send("Input.imeSetComposition", { text, ...selection });
}
