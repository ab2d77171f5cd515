import { curl, startCurl } from "../fixtures/curl";
import { expect, test } from "./test";

const TEXT = "안녕하세요, 여울입니다! 👋🏽👨‍👩‍👧‍👦 각값닭 café 𝒳 漢字 ✓";
const JSON_TYPE = ["-H", "Content-Type: application/json"];

function ask(text: string): string[] {
  return [...JSON_TYPE, "-d", JSON.stringify({ message: text })];
}

/** As a shell script would take a stream apart: by its lines, without a parser. */
function readData(stream: string): string[] {
  return stream
    .split("\n")
    .filter((line) => line.startsWith("data: "))
    .map((line) => line.slice("data: ".length));
}

function readObjects(stream: string): Record<string, unknown>[] {
  return readData(stream)
    .filter((data) => data !== "[DONE]")
    .map((data) => JSON.parse(data));
}

test("simple: the pieces are the text, then done", async ({ server }) => {
  const stream = await curl(`${server.url}/api/chat/stream`, ...ask(`/echo ${TEXT}`));
  const objects = readObjects(stream);
  expect(objects.at(-1)).toEqual({ done: true });
  expect(objects.slice(0, -1).map(({ chunk }) => chunk)).not.toContain(undefined);
  expect(objects.map(({ chunk = "" }) => chunk).join("")).toBe(TEXT);
});

test("simple by GET: the same with a query", async ({ server }) => {
  const query = new URLSearchParams({
    message: `/echo ${TEXT}`,
    history: JSON.stringify([{ role: "user", content: "앞서 한 말" }]),
    system: "짧게",
  });
  const stream = await curl(`${server.url}/api/chat/stream?${query}`);
  const objects = readObjects(stream);
  expect(objects.at(-1)).toEqual({ done: true });
  expect(objects.map(({ chunk = "" }) => chunk).join("")).toBe(TEXT);
});

test("typed: content, then complete with usage, then [DONE]", async ({ server }) => {
  const stream = await curl(`${server.url}/api/chat/stream?format=typed`, ...ask(`/echo ${TEXT}`));
  expect(readData(stream).at(-1)).toBe("[DONE]");
  const objects = readObjects(stream);
  expect(objects.at(-1)).toEqual({
    type: "complete",
    metadata: {
      message_id: expect.stringMatching(/.+/),
      finish_reason: "stop",
      usage: {
        input_tokens: expect.any(Number),
        output_tokens: expect.any(Number),
        total_tokens: expect.any(Number),
      },
    },
  });
  const content = objects.slice(0, -1);
  expect(content.map(({ content: _text, ...rest }) => rest)).toEqual(
    content.map(() => ({ type: "content", role: "assistant" })),
  );
  expect(content.map((object) => object["content"]).join("")).toBe(TEXT);
});

test("text: the bare text, then [DONE]", async ({ server }) => {
  const stream = await curl(`${server.url}/api/chat/stream?format=text`, ...ask(`/echo ${TEXT}`));
  expect(readData(stream).join("")).toBe(`${TEXT}[DONE]`);
});

test("text: a line break inside a piece is a further line of its event", async ({ server }) => {
  const stream = await curl(
    `${server.url}/api/chat/stream?format=text`,
    ...ask("/echo 첫 줄\n\n셋째 줄"),
  );
  const events = stream.split("\n\n").map((block) => readData(block).join("\n"));
  expect(events.join("")).toBe("첫 줄\n\n셋째 줄[DONE]");
});

test("ui: UI message chunks with the header that says so, then [DONE]", async ({ server }) => {
  const body = {
    messages: [{ id: "1", role: "user", parts: [{ type: "text", text: `/echo ${TEXT}` }] }],
  };
  const answer = await curl(
    "-i",
    `${server.url}/api/chat/stream`,
    ...JSON_TYPE,
    "-d",
    JSON.stringify(body),
  );
  expect(answer).toMatch(/^x-vercel-ai-ui-message-stream: v1\r$/im);
  expect(readData(answer).at(-1)).toBe("[DONE]");
  const objects = readObjects(answer);
  expect(objects.map(({ type }) => type).filter((type) => type !== "text-delta")).toEqual([
    "start",
    "start-step",
    "text-start",
    "text-end",
    "finish-step",
    "finish",
  ]);
  expect(objects.map(({ delta = "" }) => delta).join("")).toBe(TEXT);
});

for (const format of ["simple", "typed", "text", "ui"]) {
  test(`${format}: the headers that keep a stream flowing, uncompressed`, async ({ server }) => {
    const answer = await curl(
      "-i",
      "-H",
      "Accept-Encoding: gzip, deflate, br, zstd",
      `${server.url}/api/chat/stream?format=${format}`,
      ...ask("/echo 안녕"),
    );
    const [statusLine, ...lines] = (answer.split("\r\n\r\n")[0] ?? "").split("\r\n");
    expect(statusLine).toBe("HTTP/1.1 200 OK");
    const headers = new Headers(
      lines.map((line): [string, string] => {
        const colon = line.indexOf(":");
        return [line.slice(0, colon), line.slice(colon + 1).trim()];
      }),
    );
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      connection: "keep-alive",
      "x-accel-buffering": "no",
      "x-request-id": expect.stringMatching(/^[A-Za-z0-9._-]{8,}$/),
    });
    expect(headers.has("content-encoding")).toBe(false);
    expect(headers.has("content-length")).toBe(false);
    expect(readData(answer)).not.toEqual([]);
  });
}

test("every event has an id that names one run, and no event has a name", async ({ server }) => {
  const stream = await curl(
    `${server.url}/api/chat/stream?format=typed`,
    ...ask("12*34+5를 계산해 줘"),
  );
  const events = stream.split("\n\n").filter((block) => block.includes("data: "));
  const ids = events.map((event) => /^id: (\S+)$/m.exec(event)?.[1] ?? "none");
  expect(new Set(ids).size).toBe(events.length);
  expect(new Set(ids.map((id) => id.split(":")[0])).size).toBe(1);
  expect(stream).not.toMatch(/^event:/m);
});

test("a comment comes at once, long before the first token", async ({ server }) => {
  const stream = startCurl(`${server.url}/api/chat/stream`, ...ask("/slow 60"));
  await expect.poll(() => stream.output(), { intervals: [10] }).toMatch(/^: .*\n/);
  expect(stream.output()).not.toContain("data:");
  stream.stop();
});

test("a comment comes when 15 s pass without an event, and the answer goes on", async ({
  server,
}) => {
  const startedAtMs = performance.now();
  const stream = startCurl(`${server.url}/api/chat/stream`, ...ask("/stall 15.5"));
  await expect.poll(() => stream.output(), { timeout: 25_000 }).toMatch(/\n: heartbeat\n\n$/);
  expect(performance.now() - startedAtMs).toBeGreaterThan(14_900);
  const all = await stream.ended;
  expect(all.match(/^: heartbeat$/gm)).toHaveLength(1);
  expect(readObjects(all.slice(all.indexOf(": heartbeat"))).length).toBeGreaterThan(1);
  expect(readObjects(all).at(-1)).toEqual({ done: true });
});
