import { readWholeAnswer } from "../../fixtures/read-whole-answer";
import { expect, say, test as base, toPart } from "../../fixtures/model-ui-test";
import { startServer } from "../../fixtures/server";
import { startUnsteadyNetwork } from "../../fixtures/unsteady-network";
import type { UnsteadyNetwork } from "../../fixtures/unsteady-network";

const test = base.extend<{ network: UnsteadyNetwork }>({
  network: async ({ server }, use) => {
    const network = await startUnsteadyNetwork(server.url);
    await use(network);
    await network.stop();
  },
});

test.beforeEach(({ chat, network, expectedPageErrors }) => {
  expectedPageErrors.push(/net::ERR_/);
  return chat.open(network.url);
});

test("an answer goes on exactly where a broken network cut it off", async ({
  chat,
  network,
  question,
  upstream,
}) => {
  const parts = ["one", "two", "three"].map(toPart);
  await chat.send(question);
  const exchange = await upstream.receive(question);
  say(exchange, parts[0] ?? "");
  await expect(chat.answers).toContainText("end of one");

  network.goDown();
  await expect(chat.status).toHaveText(chat.text.phases.reconnecting);
  await expect(chat.answers).toContainText("end of one");
  say(exchange, parts[1] ?? "");
  network.comeBack();
  await expect(chat.answers).toContainText("end of two");
  await expect(chat.status).toHaveText(chat.text.phases.streaming);

  say(exchange, parts[2] ?? "");
  exchange.finish();
  await chat.expectWholeAnswers(1);
  expect(await chat.copyLastAnswer()).toBe(parts.join(""));
  expect(upstream.exchanges(question)).toHaveLength(1);
});

test("an answer survives one broken connection after the other", async ({
  chat,
  network,
  request,
  requestedUrls,
}) => {
  const expected = await readWholeAnswer(request, "/long 300 60");
  await chat.modelSelect.selectOption("demo");
  await chat.send("/long 300 60");
  for (const marker of ["[22]", "[90]", "[177]"]) {
    await expect(chat.answers).toContainText(marker);
    network.breakConnections();
  }
  await chat.expectWholeAnswers(1);
  expect(await chat.copyLastAnswer()).toBe(expected);
  const comebacks = requestedUrls.filter((url) => url.endsWith("?format=ui"));
  expect(comebacks.length).toBeGreaterThan(0);
});

test("an answer goes on when the device is online again", async ({
  chat,
  context,
  network,
  question,
  upstream,
}) => {
  const parts = ["one", "two"].map(toPart);
  await chat.send(question);
  const exchange = await upstream.receive(question);
  say(exchange, parts[0] ?? "");
  await expect(chat.answers).toContainText("end of one");

  await context.setOffline(true);
  network.breakConnections();
  await expect(chat.status).toHaveText(chat.text.phases.reconnecting);
  say(exchange, parts[1] ?? "");
  exchange.finish();
  await context.setOffline(false);
  await chat.expectWholeAnswers(1);
  expect(await chat.copyLastAnswer()).toBe(parts.join(""));
});

test("a message that is sent without a network is sent once there is one", async ({
  chat,
  network,
  question,
  upstream,
}) => {
  upstream.answer(question, (exchange) => {
    exchange.sendText("at last");
    exchange.finish();
  });
  await chat.write(question);
  network.goDown();
  await chat.input.press("Enter");
  await expect(chat.status).toHaveText(chat.text.phases.reconnecting);
  await expect(chat.questions).toHaveText([question]);
  network.comeBack();
  await chat.expectWholeAnswers(1);
  await expect(chat.questions).toHaveText([question]);
  await expect(chat.answers).toHaveText(["at last"]);
  expect(upstream.exchanges(question)).toHaveLength(1);
});

test("an answer that died with its server is not waited for", async ({
  chat,
  network,
  question,
  upstream,
  expectedPageErrors,
}) => {
  expectedPageErrors.push(/status of 404/);
  const dying = await startServer(upstream.env);
  network.comeBack(dying.url);
  await chat.open(network.url);
  await chat.send(question);
  const exchange = await upstream.receive(question);
  say(exchange, toPart("one"));
  await expect(chat.answers).toContainText("end of one");
  network.goDown();
  await dying.stop("SIGKILL");
  await expect(chat.status).toHaveText(chat.text.phases.reconnecting);

  const next = await startServer(upstream.env);
  network.comeBack(next.url);
  await expect(chat.alert).toContainText(chat.text.errors["not-found"] ?? "");
  await expect(chat.answers).toContainText("end of one");
  upstream.answer(question, (again) => {
    again.sendText("all over again");
    again.finish();
  });
  await chat.retryButton.click();
  await chat.expectWholeAnswers(1);
  await expect(chat.answers).toHaveText(["all over again"]);
  await next.stop();
});
