import { expect, test } from "../../fixtures/ui-test";

test.beforeEach(({ chat }) => chat.open());

test("a conversation looks the same after a reload", async ({ chat }) => {
  await chat.send("/echo # One\n\n**two**");
  await chat.expectWholeAnswers(1);
  await chat.send("12*34+5");
  await chat.expectWholeAnswers(2);
  const shown = await chat.conversation.innerText();
  await chat.reload();
  await chat.expectWholeAnswers(2);
  expect(await chat.conversation.innerText()).toBe(shown);
});

test("back and forward lead from chat to chat", async ({ chat, page }) => {
  await chat.send("/echo one");
  await chat.expectWholeAnswers(1);
  await chat.newChatLink.click();
  await expect(chat.suggestions).toBeVisible();
  await chat.expectAlive();
  await chat.send("/echo two");
  await expect(chat.answers).toHaveText(["two"]);
  await chat.expectWholeAnswers(1);

  await page.goBack();
  await expect(chat.answers).toHaveText(["one"]);
  await page.goForward();
  await expect(chat.answers).toHaveText(["two"]);
});

test("an unknown chat is not found", async ({ chat, page, expectedPageErrors }) => {
  expectedPageErrors.push(/status of 404/);
  const response = await page.goto("/chat/unknown");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: chat.text.notFound.title })).toBeVisible();
  await chat.newChatLink.click();
  await expect(chat.suggestions).toBeVisible();
});

test("nobody else finds the chat", async ({ chat, browser }) => {
  await chat.send("/echo a secret");
  await chat.expectWholeAnswers(1);
  const stranger = await browser.newContext();
  const page = await stranger.newPage();
  const response = await page.goto(chat.page.url());
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: chat.text.notFound.title })).toBeVisible();
  await expect(page.getByText("a secret")).toHaveCount(0);
  await stranger.close();
});
