import { readAllEvents, readEvents, readEventsUntil } from "../fixtures/read-events";
import { objectsOf, textOf } from "../fixtures/stream-format";
import type { StreamFormat } from "../fixtures/stream-format";
import { postJson } from "./post-json";
import { expect, test } from "./test";

function stop(baseUrl: string, chatId: string): Promise<Response> {
  return fetch(`${baseUrl}/api/chat/${chatId}/stream`, { method: "DELETE" });
}

const ENDS: Readonly<Record<StreamFormat, object[]>> = {
  simple: [{ done: true, state: "stopped" }],
  typed: [{ type: "complete", metadata: { state: "stopped", finish_reason: "interrupted" } }],
  text: [],
  ui: [
    { type: "abort" },
    { type: "finish-step" },
    { type: "finish", finishReason: "interrupted", messageMetadata: { state: "stopped" } },
  ],
};

for (const [name, expectedEnd] of Object.entries(ENDS)) {
  const format = name as StreamFormat;
  test(`${format}: closes the upstream request, keeps the text, and says stopped`, async ({
    chat,
    upstream,
    question,
    chatId,
  }) => {
    const response = await postJson(`${chat.url}/api/chat/stream?format=${format}`, {
      message: question,
      chatId,
    });
    const [shown, copy] = response.body?.tee() ?? [];
    const comments = new Response(copy).text();
    const events = readEvents(new Response(shown ?? null));
    const exchange = await upstream.receive(question);
    exchange.sendText("여기까지");
    const begun = await readEventsUntil(events, (read) => textOf(format, read) !== "");

    expect((await stop(chat.url, chatId)).status).toBe(204);
    await exchange.disconnected;
    const all = [...begun, ...(await Array.fromAsync(events))];
    expect(textOf(format, all)).toBe("여기까지");
    expect(objectsOf(all).slice(-expectedEnd.length)).toMatchObject(expectedEnd);
    expect(await comments).toContain("\n: stopped\n");
    expect(await comments).not.toMatch(/failed|interrupted\n|"error"/);
  });
}

test("stops before the first token, before the upstream has answered at all", async ({
  chat,
  upstream,
  question,
  chatId,
}) => {
  const response = await postJson(`${chat.url}/api/chat/stream`, { message: question, chatId });
  const exchange = await upstream.receive(question);
  expect((await stop(chat.url, chatId)).status).toBe(204);
  await exchange.disconnected;
  const events = await readAllEvents(response);
  expect(events.map(({ data }) => data)).toEqual(['{"done":true,"state":"stopped"}']);
});

test("stops between the upstream's headers and its first token", async ({
  chat,
  upstream,
  question,
  chatId,
}) => {
  const response = await postJson(`${chat.url}/api/chat/stream`, { message: question, chatId });
  const exchange = await upstream.receive(question);
  exchange.startStream();
  expect((await stop(chat.url, chatId)).status).toBe(204);
  await exchange.disconnected;
  expect((await readAllEvents(response)).map(({ data }) => data)).toEqual([
    '{"done":true,"state":"stopped"}',
  ]);
});

test("stopping is idempotent, also where nothing runs", async ({ server, chatId }) => {
  expect((await stop(server.url, chatId)).status).toBe(204);
  const response = await postJson(`${server.url}/api/chat/stream`, { message: "/hang", chatId });
  const answers = await Promise.all([stop(server.url, chatId), stop(server.url, chatId)]);
  expect(answers.map(({ status }) => status)).toEqual([204, 204]);
  expect((await stop(server.url, chatId)).status).toBe(204);
  expect((await readAllEvents(response)).at(-1)?.data).toBe('{"done":true,"state":"stopped"}');
});

test("when the stop is answered, the run has ended and the chat takes a new message", async ({
  server,
  chatId,
}) => {
  const url = `${server.url}/api/chat/stream`;
  const stopped = await postJson(url, { message: "/stall", chatId });
  await stop(server.url, chatId);
  expect((await fetch(`${server.url}/api/chat/${chatId}/stream`)).status).toBe(204);
  const next = await readAllEvents(await postJson(url, { message: "/echo 다음", chatId }));
  expect(textOf("simple", next)).toBe("다음");
  await readAllEvents(stopped);
});

test("stops only its own chat", async ({ chat, upstream, question, chatId }) => {
  const response = await postJson(`${chat.url}/api/chat/stream`, { message: question, chatId });
  const exchange = await upstream.receive(question);
  await stop(chat.url, `${chatId}-other`);
  exchange.sendText("계속");
  exchange.finish();
  const events = await readAllEvents(response);
  expect(textOf("simple", events)).toBe("계속");
  expect(events.at(-1)?.data).toBe('{"done":true}');
});

test("a client that goes away stops nothing", async ({ chat, upstream, question, chatId }) => {
  const leaving = new AbortController();
  const response = await postJson(
    `${chat.url}/api/chat/stream`,
    { message: question, chatId },
    { signal: leaving.signal },
  );
  const exchange = await upstream.receive(question);
  exchange.sendText("떠난 뒤에도 ");
  const seen = await readEventsUntil(readEvents(response), (events) => events.length > 0);
  leaving.abort();

  const resumed = await fetch(`${chat.url}/api/chat/${chatId}/stream`);
  expect(resumed.status).toBe(200);
  exchange.sendText("계속됩니다.");
  exchange.finish();
  expect(textOf("ui", await readAllEvents(resumed))).toBe("떠난 뒤에도 계속됩니다.");
  const rest = await readAllEvents(
    await fetch(`${chat.url}/api/chat/stream`, {
      headers: { "Last-Event-ID": seen.at(-1)?.id ?? "" },
    }),
  );
  expect(textOf("simple", rest)).toBe("계속됩니다.");
  expect(rest.at(-1)?.data).toBe('{"done":true}');
});
