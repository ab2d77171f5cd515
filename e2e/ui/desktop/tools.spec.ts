import { recordTexts } from "../../fixtures/record-texts";
import { expect, test } from "../../fixtures/ui-test";

test.beforeEach(({ chat }) => chat.open());

test("a tool call shows its name, its input and its result", async ({ chat }) => {
  const { tool } = chat.text;
  await chat.send("12*34+5");
  await chat.expectWholeAnswers(1);
  const call = chat.answers.getByRole("group");
  await expect(call).toContainText(`${tool.names["calculator"]}${tool.done}`);
  await expect(call.getByRole("term")).toHaveCount(0);

  await call.getByText(tool.done, { exact: true }).click();
  await expect(call.getByRole("term")).toHaveText([tool.input, tool.output]);
  await expect(call.getByRole("definition").first()).toContainText("12*34+5");
  await expect(call.getByRole("definition").last()).toContainText("413");
  await expect(chat.answers.getByRole("strong")).toHaveText("413");
});

test("a tool's failure is shown, and the answer goes on", async ({ chat }) => {
  const { tool } = chat.text;
  await chat.send("/tool error");
  await chat.expectWholeAnswers(1);
  const call = chat.answers.getByRole("group");
  await call.getByText(tool.failed, { exact: true }).click();
  await expect(call.getByRole("term")).toHaveText([tool.input, tool.error]);
  await expect(call.getByRole("definition").last()).toHaveText(/\S+/);
  await expect(chat.alert).toBeHidden();
});

test("every step of many tool calls is shown, and they come to an end", async ({ chat }) => {
  await chat.send("/loop");
  await chat.expectWholeAnswers(1);
  await expect(chat.answers.getByRole("group").first()).toContainText(chat.text.tool.done);
  await expect(chat.answers.getByRole("paragraph").last()).toContainText("The loop is over after");
});

test("reasoning is folded away and can be read", async ({ chat, page }) => {
  const statuses = await recordTexts(page, "status");
  await chat.send("Think about rivers");
  await chat.expectWholeAnswers(1);
  const reasoning = chat.answers.getByRole("group").filter({ hasText: chat.text.reasoning.done });
  const thought = reasoning.getByText("The message asks me to think.");
  await expect(thought).toBeHidden();
  await reasoning.getByText(chat.text.reasoning.done).click();
  await expect(thought).toBeVisible();
  expect(await statuses()).toContain(chat.text.phases.thinking);
  expect(await chat.copyLastAnswer()).not.toContain("The message asks me to think.");
});
