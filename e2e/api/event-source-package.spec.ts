import { EventSource } from "eventsource";
import { startTcpProxy } from "../fixtures/tcp-proxy";
import { readAllEvents } from "../fixtures/read-events";
import type { StreamEvent } from "../fixtures/read-events";
import { runsOf, textOf } from "../fixtures/stream-format";
import { answerAcrossCuts, cutConnections, streamRequests, WHOLE_TEXT } from "./answer-across-cuts";
import { expect, test } from "./test";

function listen(baseUrl: string, message: string): Promise<StreamEvent[]> {
  const events: StreamEvent[] = [];
  const url = new URL("/api/chat/stream", baseUrl);
  url.searchParams.set("message", message);
  const source = new EventSource(url);
  source.addEventListener("message", ({ lastEventId, data }) =>
    events.push({ id: lastEventId, data }),
  );
  return new Promise((resolve) => {
    source.addEventListener("error", ({ code }) => {
      if (code === 204) resolve(events);
    });
  });
}

test("the eventsource package gets the exact text and stops at 204", async ({ server }) => {
  const text = "안녕하세요 👋🏽👨‍👩‍👧‍👦\r\n둘째 줄\r셋째 줄";
  const events = await listen(server.url, `/echo ${text}`);
  expect(textOf("simple", events)).toBe(text);
  expect(events.at(-1)?.data).toBe('{"done":true}');
});

test("the eventsource package comes back after each lost connection", async ({
  chat,
  upstream,
  question,
}) => {
  const proxy = await startTcpProxy(chat.url);
  cutConnections(proxy);
  const [events] = await Promise.all([
    listen(proxy.url, question),
    answerAcrossCuts(upstream, question, proxy),
  ]);
  expect(textOf("simple", events)).toBe(WHOLE_TEXT);
  expect(runsOf(events)).toHaveLength(1);
  expect(upstream.exchanges(question)).toHaveLength(1);
  expect(streamRequests(proxy)).toHaveLength(4);
  await proxy.stop();
});

for (const format of ["simple", "typed", "text", "ui"] as const) {
  test(`eventsource-parser over fetch reads ${format}, syllable by syllable`, async ({
    chat,
    upstream,
    question,
  }) => {
    const pieces = ["가", "각", "갂", "👨‍👩‍👧‍👦", "\n", "닭\n\n닭", " ", "끝"];
    upstream.answer(question, (exchange) => {
      for (const piece of pieces) exchange.sendText(piece);
      exchange.finish();
    });
    const response = await fetch(
      `${chat.url}/api/chat/stream?format=${format}&message=${encodeURIComponent(question)}`,
    );
    expect(textOf(format, await readAllEvents(response))).toBe(pieces.join(""));
  });
}

test("a code point that the upstream splits in two arrives whole", async ({
  chat,
  upstream,
  question,
}) => {
  const bytes = Buffer.from(
    `data: ${JSON.stringify({
      id: "1",
      object: "chat.completion.chunk",
      created: 1,
      model: "mock",
      choices: [{ index: 0, delta: { content: "한글 👋🏽 조각" }, finish_reason: null }],
    })}\n\n`,
  );
  upstream.answer(question, (exchange) => {
    exchange.sendText("\ud83d");
    exchange.sendText("\udc4b");
    for (const byte of bytes) exchange.write(Uint8Array.of(byte));
    exchange.finish();
  });
  const response = await fetch(
    `${chat.url}/api/chat/stream?message=${encodeURIComponent(question)}`,
  );
  const events = await readAllEvents(response);
  expect(textOf("simple", events)).toBe("👋한글 👋🏽 조각");
  expect(events.map(({ data }) => data).join("")).not.toMatch(/\\ud[89a-f]|\ufffd/i);
});
