import { readAllEvents, readEvents, readEventsUntil } from "../fixtures/read-events";
import { runsOf, textOf } from "../fixtures/stream-format";
import { postJson } from "./post-json";
import { expect, test } from "./test";
import { toUiBody } from "./ui-body";

test("a message that is sent twice at once has one run and one upstream call", async ({
  chat,
  upstream,
  question,
  chatId,
}) => {
  const url = `${chat.url}/api/chat/stream`;
  const body = toUiBody({ chatId, text: question });
  const responses = await Promise.all(Array.from({ length: 4 }, () => postJson(url, body)));
  const exchange = await upstream.receive(question);
  exchange.sendText("한 번만 ");
  exchange.sendText("답합니다.");
  exchange.finish();
  const streams = await Promise.all(responses.map((response) => readAllEvents(response)));
  for (const events of streams) expect(events).toEqual(streams[0]);
  expect(textOf("ui", streams[0] ?? [])).toBe("한 번만 답합니다.");
  expect(upstream.exchanges(question)).toHaveLength(1);
});

test("a message that is sent again during and after its answer gets that answer", async ({
  chat,
  upstream,
  question,
  chatId,
}) => {
  const url = `${chat.url}/api/chat/stream`;
  const body = toUiBody({ chatId, text: question });
  const first = readEvents(await postJson(url, body));
  const exchange = await upstream.receive(question);
  exchange.sendText("같은 ");
  const begun = await readEventsUntil(first, (events) => textOf("ui", events) !== "");
  const during = await postJson(url, body);
  exchange.sendText("답");
  exchange.finish();
  const whole = [...begun, ...(await Array.fromAsync(first))];
  expect(await readAllEvents(during)).toEqual(whole);
  expect(await readAllEvents(await postJson(url, body))).toEqual(whole);
  expect(runsOf(whole)).toHaveLength(1);
  expect(upstream.exchanges(question)).toHaveLength(1);
});

test("the newest message alone counts as the same message", async ({
  chat,
  upstream,
  question,
  chatId,
}) => {
  const url = `${chat.url}/api/chat/stream`;
  const { messages, ...rest } = toUiBody({ chatId, text: question });
  upstream.answer(question, (exchange) => {
    exchange.sendText("답");
    exchange.finish();
  });
  const whole = await readAllEvents(await postJson(url, { ...rest, messages }));
  const again = await readAllEvents(await postJson(url, { ...rest, message: messages[0] }));
  expect(again).toEqual(whole);
  expect(upstream.exchanges(question)).toHaveLength(1);
});

test("another message while one is being answered is a conflict and disturbs nothing", async ({
  chat,
  upstream,
  question,
  chatId,
}) => {
  const url = `${chat.url}/api/chat/stream`;
  const first = await postJson(url, toUiBody({ chatId, text: question }));
  const exchange = await upstream.receive(question);
  const other = `다른 ${question}`;
  const second = await postJson(url, toUiBody({ chatId, text: other, messageId: "another" }));
  expect(second.status).toBe(409);
  expect(await second.json()).toEqual({
    error: {
      code: "conflict",
      message: expect.any(String),
      requestId: second.headers.get("x-request-id"),
    },
  });
  exchange.sendText("답");
  exchange.finish();
  expect(textOf("ui", await readAllEvents(first))).toBe("답");
  expect(upstream.exchanges(other)).toHaveLength(0);
});

test("regenerating asks the upstream again and answers as a new message", async ({
  chat,
  upstream,
  question,
  chatId,
}) => {
  const url = `${chat.url}/api/chat/stream`;
  const body = toUiBody({ chatId, text: question });
  upstream.answer(question, (exchange) => {
    exchange.sendText(`${upstream.exchanges(question).length}번째 답`);
    exchange.finish();
  });
  const first = await readAllEvents(await postJson(url, body));
  const second = await readAllEvents(
    await postJson(url, { ...body, trigger: "regenerate-message" }),
  );
  expect(textOf("ui", first)).toBe("1번째 답");
  expect(textOf("ui", second)).toBe("2번째 답");
  expect(runsOf(second)).not.toEqual(runsOf(first));
});

test("the same question without a chat is asked every time", async ({
  chat,
  upstream,
  question,
}) => {
  upstream.answer(question, (exchange) => {
    exchange.sendText("답");
    exchange.finish();
  });
  const url = `${chat.url}/api/chat/stream`;
  for (const response of [
    await postJson(url, { message: question }),
    await postJson(url, { message: question }),
  ]) {
    expect(textOf("simple", await readAllEvents(response))).toBe("답");
  }
  expect(upstream.exchanges(question)).toHaveLength(2);
});
