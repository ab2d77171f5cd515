import type { UIMessageChunk } from "ai";
import { beforeEach, describe, expect, test } from "vitest";
import { createChatTransport } from "./chat-transport";
import type { ChatUIMessage } from "./chat-ui-message";
import { FakeRunServer, toSseBytes } from "./testing/fake-run-server";
import { mergeTextDeltas } from "./merge-text-deltas";
import { recordedChunks, recordedEvents, recordedText } from "./testing/recorded-run";

const atOnce = { baseDelayMs: 0, maxDelayMs: 0, maxAttempts: 4 };
const messages: ChatUIMessage[] = [
  { id: "question", role: "user", parts: [{ type: "text", text: "안녕?" }] },
];

let states: string[];
let accepted: number;

beforeEach(() => {
  states = [];
  accepted = 0;
});

function connectTo(server: FakeRunServer, silenceLimitMs = 5_000) {
  return createChatTransport({
    baseUrl: server.baseUrl,
    sendPolicy: atOnce,
    resumePolicy: atOnce,
    silenceLimitMs,
    onConnectionChange: (state) => states.push(state),
    onAccepted: () => {
      accepted += 1;
    },
  });
}

type Transport = ReturnType<typeof createChatTransport>;

function send(transport: Transport, abortSignal?: AbortSignal) {
  return transport.sendMessages({
    trigger: "submit-message",
    chatId: "chat",
    messageId: undefined,
    messages,
    abortSignal,
    body: { model: "demo" },
  });
}

async function collect(stream: ReadableStream<UIMessageChunk>): Promise<UIMessageChunk[]> {
  const chunks: UIMessageChunk[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return chunks;
}

function toText(chunks: readonly UIMessageChunk[]): string {
  return chunks.map((chunk) => (chunk.type === "text-delta" ? chunk.delta : "")).join("");
}

describe("sending a message", () => {
  test("posts what the AI SDK's server side expects, with the model beside it", async () => {
    await using server = await FakeRunServer.start(recordedEvents);
    await collect(await send(connectTo(server)));
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({ method: "POST", url: "/api/chat/stream" });
    expect(JSON.parse(server.requests[0]?.body ?? "")).toEqual({
      id: "chat",
      messages,
      trigger: "submit-message",
      model: "demo",
    });
    expect(accepted).toBe(1);
  });

  test("is repeated with the same body when no response arrives", async () => {
    await using server = await FakeRunServer.start(recordedEvents);
    server.mishaps.push({ type: "no-head" }, { type: "no-head" });
    const chunks = await collect(await send(connectTo(server)));
    expect(toText(chunks)).toBe(recordedText);
    expect(new Set(server.requests.map(({ body }) => body)).size).toBe(1);
    expect(server.requests).toHaveLength(3);
    expect(accepted).toBe(1);
  });

  test("is repeated when a proxy answers in the server's place", async () => {
    await using server = await FakeRunServer.start(recordedEvents);
    server.mishaps.push({ type: "refuse", status: 502, body: "<h1>Bad Gateway</h1>" });
    expect(toText(await collect(await send(connectTo(server))))).toBe(recordedText);
  });

  test("gives up after a bounded number of attempts", async () => {
    await using server = await FakeRunServer.start(recordedEvents);
    server.mishaps.push(...Array.from({ length: 9 }, () => ({ type: "no-head" }) as const));
    await expect(send(connectTo(server))).rejects.toMatchObject({ code: "connection-lost" });
    expect(server.requests).toHaveLength(atOnce.maxAttempts);
    expect(accepted).toBe(0);
  });

  test("takes a refusal for an answer", async () => {
    await using server = await FakeRunServer.start(recordedEvents);
    const error = { code: "rate-limited", message: "Slow down.", requestId: "r1" };
    server.mishaps.push({ type: "refuse", status: 429, body: JSON.stringify({ error }) });
    await expect(send(connectTo(server))).rejects.toMatchObject(error);
    expect(server.requests).toHaveLength(1);
  });

  test("joins the run that an earlier, unanswered attempt has begun", async () => {
    await using server = await FakeRunServer.start(recordedEvents);
    const error = { code: "conflict", message: "Running.", requestId: "r1" };
    server.mishaps.push(
      { type: "no-head" },
      { type: "refuse", status: 409, body: JSON.stringify({ error }) },
    );
    expect(toText(await collect(await send(connectTo(server))))).toBe(recordedText);
    expect(server.requests.at(-1)).toMatchObject({ method: "GET", url: "/api/chat/chat/stream" });
  });
});

describe("a connection that breaks", () => {
  const length = toSseBytes(recordedEvents).length;

  test("loses nothing and doubles nothing, wherever it is cut", { timeout: 120_000 }, async () => {
    await using server = await FakeRunServer.start(recordedEvents);
    const transport = connectTo(server);
    for (let afterBytes = 0; afterBytes < length; afterBytes += 1) {
      server.mishaps.push({ type: "cut", afterBytes, how: "end" });
      const chunks = await collect(await send(transport));
      expect(toText(chunks), `cut after ${afterBytes} bytes`).toBe(recordedText);
      expect(mergeTextDeltas(chunks)).toEqual(mergeTextDeltas(recordedChunks));
    }
  });

  test("is resumed as often as it takes", async () => {
    await using server = await FakeRunServer.start(recordedEvents);
    const cuts = Array.from(
      { length: 12 },
      (_, index) => ({ type: "cut", afterBytes: 300 + index, how: "destroy" }) as const,
    );
    server.mishaps.push(...cuts);
    expect(toText(await collect(await send(connectTo(server))))).toBe(recordedText);
    expect(server.requests).toHaveLength(13);
    expect(server.requests.at(-1)?.lastEventId).toMatch(/^run:\d+$/);
    expect(states).toContain("reconnecting");
    expect(states.at(-1)).toBe("connected");
  });

  test("is noticed when it falls silent", async () => {
    await using server = await FakeRunServer.start(recordedEvents);
    server.mishaps.push({ type: "silence", afterBytes: 500 });
    expect(toText(await collect(await send(connectTo(server, 50))))).toBe(recordedText);
    expect(server.requests).toHaveLength(2);
  });

  test("is given up when the answer is gone", async () => {
    await using server = await FakeRunServer.start(recordedEvents);
    const error = { code: "not-found", message: "Unknown run.", requestId: "r1" };
    server.mishaps.push(
      { type: "cut", afterBytes: 500, how: "end" },
      { type: "refuse", status: 404, body: JSON.stringify({ error }) },
    );
    const stream = await send(connectTo(server));
    await expect(collect(stream)).rejects.toMatchObject(error);
    expect(server.requests).toHaveLength(2);
  });

  test("is given up when coming back brings nothing new too often", async () => {
    await using server = await FakeRunServer.start(recordedEvents);
    server.mishaps.push(
      ...Array.from({ length: 20 }, () => ({ type: "cut", afterBytes: 3, how: "end" }) as const),
    );
    const stream = await send(connectTo(server));
    await expect(collect(stream)).rejects.toMatchObject({ code: "connection-lost" });
    expect(server.requests).toHaveLength(atOnce.maxAttempts);
  });

  test("is not resumed after an abort", async () => {
    await using server = await FakeRunServer.start(recordedEvents);
    server.mishaps.push({ type: "silence", afterBytes: 500 });
    const aborting = new AbortController();
    const reader = (await send(connectTo(server), aborting.signal)).getReader();
    await reader.read();
    aborting.abort();
    await expect(drain(reader)).rejects.toMatchObject({ name: "AbortError" });
    expect(server.requests).toHaveLength(1);
  });
});

async function drain(reader: ReadableStreamDefaultReader<UIMessageChunk>): Promise<void> {
  while (!(await reader.read()).done);
}

describe("joining a live run after a page load", () => {
  test("replays the whole run", async () => {
    await using server = await FakeRunServer.start(recordedEvents);
    const transport = connectTo(server);
    const stream = await transport.reconnectToStream({ chatId: "a/b" });
    expect(toText(await collect(stream ?? new ReadableStream()))).toBe(recordedText);
    expect(server.requests[0]).toMatchObject({ method: "GET", url: "/api/chat/a%2Fb/stream" });
    expect(transport.resumeStreamIsReplay).toBe(true);
  });

  test("finds nothing when the run is over", async () => {
    await using server = await FakeRunServer.start([]);
    await expect(connectTo(server).reconnectToStream({ chatId: "chat" })).resolves.toBeNull();
  });
});
