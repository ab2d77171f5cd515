import { recordTexts } from "../../fixtures/record-texts";
import { expect, test } from "../../fixtures/ui-test";

const words = Array.from({ length: 60 }, (_, index) => `word${index}`).join(" ");

test.beforeEach(({ chat }) => chat.open());

test("Enter sends, and the answer grows on the screen until it is whole", async ({
  chat,
  page,
}) => {
  const texts = await recordTexts(page, "article", chat.text.assistantSaid);
  await chat.send(`/echo ${words}`);

  await expect(chat.questions).toHaveText([`/echo ${words}`]);
  await expect(chat.input).toHaveValue("");
  await chat.expectWholeAnswers(1);
  await expect(chat.answers).toHaveText([words]);

  const lengths = (await texts()).map((text) => text.length);
  expect(lengths.length).toBeGreaterThan(8);
  expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
  await expect(page).toHaveURL(/\/chat\/[^/]+$/);
});

test("the button sends too", async ({ chat }) => {
  await chat.write("/echo by button");
  await chat.sendButton.click();
  await chat.expectWholeAnswers(1);
  await expect(chat.questions).toHaveText(["/echo by button"]);
  await expect(chat.answers).toHaveText(["by button"]);
});

test("the question stands there before anything is answered", async ({ chat }) => {
  await chat.send("/hang");
  await expect(chat.questions).toHaveText(["/hang"]);
  await expect(chat.status).toHaveText(chat.text.phases.waiting);
  await expect(chat.answers).toHaveCount(0);
  await expect(chat.stopButton).toBeVisible();
  await expect(chat.sendButton).toBeHidden();
});

test("the status goes from waiting to answering to done", async ({ chat, page }) => {
  const { waiting, streaming } = chat.text.phases;
  const statuses = await recordTexts(page, "status");
  await chat.send(`/echo ${words}`);
  await chat.expectWholeAnswers(1);
  expect(await statuses()).toEqual(["", waiting, streaming, chat.text.finished]);
});

test("a cursor stands at the end of an answer that is being written", async ({ chat }) => {
  const readCursor = () =>
    chat.answers
      .getByRole("paragraph")
      .first()
      .evaluate((paragraph) => getComputedStyle(paragraph, "::after").content);

  await chat.send("/stall 60");
  await expect(chat.status).toHaveText(chat.text.phases.streaming);
  await expect.poll(readCursor).toBe('""');

  await chat.stopButton.click();
  await chat.expectStopped();
  expect(await readCursor()).toBe("none");
});

test("a conversation goes on for a second turn", async ({ chat }) => {
  await chat.send("/echo one");
  await chat.expectWholeAnswers(1);
  await chat.send("/echo two");
  await chat.expectWholeAnswers(2);
  await expect(chat.questions).toHaveText(["/echo one", "/echo two"]);
  await expect(chat.answers).toHaveText(["one", "two"]);
});

test("Shift+Enter breaks the line", async ({ chat }) => {
  await chat.write("/echo first");
  await chat.input.press("Shift+Enter");
  await chat.input.pressSequentially("second");
  await expect(chat.input).toHaveValue("/echo first\nsecond");
  await chat.input.press("Enter");
  await chat.expectWholeAnswers(1);
  expect(await chat.questions.innerText()).toBe("/echo first\nsecond");
});

test("blank messages are not sent", async ({ chat, page }) => {
  await expect(chat.sendButton).toBeDisabled();
  await chat.write("x");
  await chat.input.fill("  \n\t ");
  await expect(chat.sendButton).toBeDisabled();
  await chat.input.press("Enter");
  await expect(chat.questions).toHaveCount(0);
  expect(new URL(page.url()).pathname).toBe("/");
});

test("a message that is sent twice in a hurry is one message", async ({ chat }) => {
  await chat.write("/echo once");
  await Promise.all([chat.input.press("Enter"), chat.input.press("Enter")]);
  await chat.expectWholeAnswers(1);
  await expect(chat.questions).toHaveText(["/echo once"]);
});

test("the next message can be written, but not sent, during an answer", async ({ chat }) => {
  await chat.send("/stall 60");
  await expect(chat.status).toHaveText(chat.text.phases.streaming);
  await chat.input.fill("/echo next");
  await chat.input.press("Enter");
  await expect(chat.input).toHaveValue("/echo next");

  await chat.stopButton.click();
  await chat.expectStopped();
  await expect(chat.input).toHaveValue("/echo next");
  await chat.input.press("Enter");
  await chat.expectWholeAnswers(2);
  await expect(chat.questions).toHaveText(["/stall 60", "/echo next"]);
});

test("a suggestion is sent as it reads", async ({ chat }) => {
  const [suggestion] = chat.text.empty.suggestions.slice(1);
  await chat.suggestions.getByRole("button", { name: suggestion?.title ?? "" }).click();
  await expect(chat.questions).toHaveText([suggestion?.message ?? ""]);
  await chat.expectWholeAnswers(1);
});
