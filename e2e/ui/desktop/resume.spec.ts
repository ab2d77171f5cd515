import { recordTexts } from "../../fixtures/record-texts";
import { expect, say, test, toPart } from "../../fixtures/model-ui-test";
import { ChatPage } from "../../pages/chat-page";

const parts = ["one", "two"].map(toPart);
const [firstPart = "", secondPart = ""] = parts;

test.beforeEach(async ({ chat, question }) => {
  await chat.open();
  await chat.send(question);
});

test("an answer goes on after a reload and ends exactly", async ({
  chat,
  page,
  question,
  upstream,
}) => {
  const exchange = await upstream.receive(question);
  say(exchange, firstPart);
  await expect(chat.answers).toContainText("end of one");
  await chat.reload();
  await expect(chat.answers).toContainText("end of one");
  await expect(chat.status).toHaveText(chat.text.phases.streaming);
  await expect(chat.stopButton).toBeVisible();

  const texts = await recordTexts(page, "article", chat.text.assistantSaid);
  for (const letter of "grows") {
    exchange.sendText(letter);
    await expect(chat.answers).toContainText(letter);
  }
  say(exchange, `\n\n${secondPart}`);
  exchange.finish();
  await chat.expectWholeAnswers(1);
  expect(await chat.copyLastAnswer()).toBe(`${firstPart}grows\n\n${secondPart}`);
  await expect(chat.questions).toHaveText([question]);
  expect((await texts()).length).toBeGreaterThan(3);
  expect(upstream.exchanges(question)).toHaveLength(1);
});

test("a reload before the first word does not ask again", async ({ chat, question, upstream }) => {
  const exchange = await upstream.receive(question);
  await chat.reload();
  await expect(chat.status).toHaveText(chat.text.phases.waiting);
  await expect(chat.questions).toHaveText([question]);
  exchange.sendText("the only answer");
  exchange.finish();
  await chat.expectWholeAnswers(1);
  await expect(chat.answers).toHaveText(["the only answer"]);
  expect(upstream.exchanges(question)).toHaveLength(1);
});

test("an answer that ended during a reload is whole", async ({
  chat,
  page,
  question,
  upstream,
}) => {
  const exchange = await upstream.receive(question);
  say(exchange, firstPart);
  await expect(chat.answers).toContainText("end of one");
  const runUrl = chat.runUrl();
  await page.goto("about:blank");
  say(exchange, secondPart);
  exchange.finish();
  await expect.poll(async () => (await page.request.get(runUrl)).status()).toBe(204);
  await page.goBack();
  await chat.expectWholeAnswers(1);
  expect(await chat.copyLastAnswer()).toBe(parts.join(""));
});

test("an answer that came by reload can be stopped", async ({ chat, question, upstream }) => {
  const exchange = await upstream.receive(question);
  say(exchange, firstPart);
  await expect(chat.answers).toContainText("end of one");
  await chat.reload();
  await expect(chat.status).toHaveText(chat.text.phases.streaming);
  await chat.stopButton.click();
  await chat.expectStopped();
  await chat.expectNoLiveRun();
  await exchange.disconnected;
});

test("a second tab shows the same answer while it comes", async ({
  chat,
  context,
  question,
  upstream,
}) => {
  const exchange = await upstream.receive(question);
  say(exchange, firstPart);
  await expect(chat.answers).toContainText("end of one");
  const second = new ChatPage(await context.newPage(), chat.text);
  await second.open(chat.page.url());
  await expect(second.answers).toContainText("end of one");
  await expect(second.status).toHaveText(chat.text.phases.streaming);

  say(exchange, secondPart);
  await expect(second.answers).toContainText("end of two");
  await expect(chat.answers).toContainText("end of two");
  exchange.finish();
  await second.expectWholeAnswers(1);
  await chat.expectWholeAnswers(1);
  expect(await second.answers.innerText()).toBe(await chat.answers.innerText());
  expect(await second.copyLastAnswer()).toBe(parts.join(""));
  expect(upstream.exchanges(question)).toHaveLength(1);
});

test("a second tab stops the answer of the first", async ({
  chat,
  context,
  question,
  upstream,
}) => {
  const exchange = await upstream.receive(question);
  say(exchange, firstPart);
  const second = new ChatPage(await context.newPage(), chat.text);
  await second.open(chat.page.url());
  await expect(second.answers).toContainText("end of one");
  await second.stopButton.click();
  await second.expectStopped();
  await chat.expectStopped();
  await chat.expectNoLiveRun();
  await exchange.disconnected;
  expect(await second.answers.innerText()).toBe(await chat.answers.innerText());
});
