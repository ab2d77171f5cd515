import { readAllEvents, readEvents, readEventsUntil } from "../fixtures/read-events";
import { moveId, objectsOf, runsOf, STREAM_FORMATS, textOf } from "../fixtures/stream-format";
import { postJson } from "./post-json";
import { expect, test } from "./test";
import { toUiBody } from "./ui-body";

for (const format of STREAM_FORMATS) {
  test(`${format}: a client that went away comes back to the live run`, async ({
    chat,
    upstream,
    question,
  }) => {
    const url = `${chat.url}/api/chat/stream?format=${format}`;
    const leaving = new AbortController();
    const first = await postJson(url, { message: question }, { signal: leaving.signal });
    const exchange = await upstream.receive(question);
    exchange.sendText("보는 동안, ");
    const seen = await readEventsUntil(
      readEvents(first),
      (events) => textOf(format, events) !== "",
    );
    leaving.abort();

    exchange.sendText("없는 동안, ");
    const lastEventId = seen.at(-1)?.id ?? "";
    const second = await fetch(`${chat.url}/api/chat/stream`, {
      headers: { "Last-Event-ID": lastEventId },
    });
    const live = readEvents(second);
    const missed = await readEventsUntil(live, (events) => textOf(format, events) !== "");
    exchange.sendText("돌아온 뒤.");
    exchange.finish();
    const events = [...seen, ...missed, ...(await Array.fromAsync(live))];
    expect(textOf(format, events)).toBe("보는 동안, 없는 동안, 돌아온 뒤.");
    expect(runsOf(events)).toHaveLength(1);
    expect(upstream.exchanges(question)).toHaveLength(1);
  });
}

test("several readers of a run each get all of it", async ({ chat, upstream, question }) => {
  const url = `${chat.url}/api/chat/stream`;
  const response = await postJson(url, { message: question });
  const exchange = await upstream.receive(question);
  exchange.sendText("하나 ");
  const first = readEvents(response);
  const begun = await readEventsUntil(first, (events) => events.length > 0);
  const startId = moveId(begun[0]?.id ?? "", 0);
  const others = await Promise.all(
    Array.from({ length: 3 }, () => fetch(url, { headers: { "Last-Event-ID": startId } })),
  );
  exchange.sendText("둘");
  exchange.finish();
  expect(textOf("simple", [...begun, ...(await Array.fromAsync(first))])).toBe("하나 둘");
  for (const other of others) {
    expect(textOf("simple", await readAllEvents(other))).toBe("하나 둘");
  }
});

test("a client that does not read holds nobody up", async ({ chat, upstream, question }) => {
  const url = `${chat.url}/api/chat/stream`;
  const leaving = new AbortController();
  const unread = await postJson(url, { message: question }, { signal: leaving.signal });
  const exchange = await upstream.receive(question);
  exchange.sendText("시작");
  const lazy = readEvents(unread);
  const [first] = await readEventsUntil(lazy, (events) => events.length > 0);
  const startId = moveId(first?.id ?? "", 0);
  const piece = "긴 글 ".repeat(10_000);
  for (let count = 0; count < 100; count += 1) exchange.sendText(piece);
  exchange.finish();
  const rest = await readAllEvents(await fetch(url, { headers: { "Last-Event-ID": startId } }));
  expect(textOf("simple", rest)).toBe(`시작${piece.repeat(100)}`);
  expect(rest.at(-1)?.data).toBe('{"done":true}');
  leaving.abort();
});

test.describe("GET /api/chat/{chatId}/stream", () => {
  test("answers 204 for a chat that is unknown, and for one that has its answer", async ({
    server,
    chatId,
  }) => {
    const resumeUrl = `${server.url}/api/chat/${chatId}/stream`;
    expect((await fetch(resumeUrl)).status).toBe(204);
    const body = toUiBody({ chatId, text: "/echo 끝" });
    await readAllEvents(await postJson(`${server.url}/api/chat/stream`, body));
    expect((await fetch(resumeUrl)).status).toBe(204);
  });

  test("replays from the start in a few large deltas, then goes on live", async ({
    chat,
    upstream,
    question,
    chatId,
  }) => {
    const pieces = Array.from({ length: 200 }, (_, index) => `${index}번 조각 `);
    const response = await postJson(
      `${chat.url}/api/chat/stream`,
      toUiBody({ chatId, text: question }),
    );
    const exchange = await upstream.receive(question);
    for (const piece of pieces) exchange.sendText(piece);
    const first = readEvents(response);
    const begun = await readEventsUntil(
      first,
      (events) => textOf("ui", events) === pieces.join(""),
    );

    const resumed = await fetch(`${chat.url}/api/chat/${chatId}/stream`);
    expect(resumed.headers.get("x-vercel-ai-ui-message-stream")).toBe("v1");
    const live = readEvents(resumed);
    const replay = await readEventsUntil(
      live,
      (events) => textOf("ui", events) === pieces.join(""),
    );
    expect(replay.length).toBeLessThan(8);
    exchange.sendText("살아서 온 조각");
    exchange.finish();
    const events = [...replay, ...(await Array.fromAsync(live))];
    expect(textOf("ui", events)).toBe(`${pieces.join("")}살아서 온 조각`);
    expect(events.at(-1)?.data).toBe("[DONE]");
    expect(objectsOf(events)[0]).toEqual(objectsOf(begun)[0]);
    expect(objectsOf(events)[0]).toMatchObject({ type: "start", messageId: expect.any(String) });
    await Array.fromAsync(first);
  });

  test("an event id of the replay continues the run as any other", async ({
    chat,
    upstream,
    question,
    chatId,
  }) => {
    const sent = await postJson(
      `${chat.url}/api/chat/stream`,
      toUiBody({ chatId, text: question }),
    );
    const exchange = await upstream.receive(question);
    exchange.sendText("다시 ");
    exchange.sendText("읽은 ");
    await readEventsUntil(readEvents(sent), (events) => textOf("ui", events) === "다시 읽은 ");
    const replay = await readEventsUntil(
      readEvents(await fetch(`${chat.url}/api/chat/${chatId}/stream`)),
      (events) => textOf("ui", events) === "다시 읽은 ",
    );
    exchange.sendText("글");
    exchange.finish();
    const rest = await readAllEvents(
      await fetch(`${chat.url}/api/chat/stream`, {
        headers: { "Last-Event-ID": replay.at(-1)?.id ?? "" },
      }),
    );
    expect(textOf("ui", rest)).toBe("글");
  });
});
