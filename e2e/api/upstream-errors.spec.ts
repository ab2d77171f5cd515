import { findFreePort } from "../fixtures/find-free-port";
import { startQuestionUpstream } from "../fixtures/question-upstream";
import type { QuestionUpstream } from "../fixtures/question-upstream";
import { startServer } from "../fixtures/server";
import type { Server } from "../fixtures/server";
import { objectsOf, STREAM_FORMATS, textOf } from "../fixtures/stream-format";
import type { StreamFormat } from "../fixtures/stream-format";
import {
  UPSTREAM_SECRET,
  UPSTREAM_SILENCES,
  UPSTREAM_TROUBLES,
} from "../fixtures/upstream-troubles";
import type { UpstreamTrouble } from "../fixtures/upstream-troubles";
import { expectError } from "./expect-error";
import { postJson } from "./post-json";
import { receive } from "./received";
import { expect, test } from "./test";

const API_KEY = "sk-proj-verysecretkey0123456789";

let upstream: QuestionUpstream;
let server: Server;
let impatient: Server;

test.beforeAll(async () => {
  upstream = await startQuestionUpstream();
  const env = { ...upstream.env, OPENAI_API_KEY: API_KEY };
  server = await startServer({ ...env, IDLE_TIMEOUT_MS: "2000" });
  impatient = await startServer({ ...env, FIRST_TOKEN_TIMEOUT_MS: "500" });
});
test.afterAll(async () => {
  await server.stop();
  await impatient.stop();
  await upstream.stop();
});

interface Failure {
  text: string;
  code: string;
  requestId: string;
}

/** Exactly this text, one error, and then the end as `failed`. */
function expectFailure(format: StreamFormat, stream: string, { text, code, requestId }: Failure) {
  const { events } = receive(new TextEncoder().encode(stream));
  const message: unknown = expect.stringMatching(/^[A-Z][^{}<>]*\.$/);
  const error = { code, message, requestId };
  expect(textOf(format, events)).toBe(text);
  expect(stream).toContain("\n: failed\n");
  const ends: Record<StreamFormat, object[]> = {
    simple: [{ error }, { done: true, state: "failed" }],
    typed: [{ type: "error", content: message, metadata: { code, request_id: requestId } }],
    text: [],
    ui: [
      { type: "message-metadata", messageMetadata: { state: "failed", error } },
      { type: "error", errorText: message },
      { type: "finish-step" },
      { type: "finish", finishReason: "error", messageMetadata: { state: "failed" } },
    ],
  };
  expect(objectsOf(events).slice(-ends[format].length)).toMatchObject(ends[format]);
  const lastLines: Record<StreamFormat, readonly unknown[]> = {
    simple: [JSON.stringify({ done: true, state: "failed" })],
    typed: ["[DONE]"],
    text: [expect.stringMatching(/^\[ERROR\] [A-Z][^{}<>]*\.$/), "[DONE]"],
    ui: ["[DONE]"],
  };
  expect(events.map(({ data }) => data).slice(-lastLines[format].length)).toEqual(
    lastLines[format],
  );
}

function expectNoLeak(text: string, question: string) {
  for (const secret of [UPSTREAM_SECRET, API_KEY, "verysecret", question]) {
    expect(text).not.toContain(secret);
  }
}

async function expectTrouble(asked: Server, trouble: UpstreamTrouble, question: string) {
  const { respond, code, text } = trouble;
  const ask = async (format: StreamFormat) => {
    const message = `${format} ${question}`;
    upstream.answer(message, respond);
    const url = `${asked.url}/api/chat/stream?format=${format}`;
    const response = await postJson(url, { message });
    const requestId = response.headers.get("x-request-id") ?? "";
    const stream = await response.text();
    expect(response.status).toBe(200);
    expectFailure(format, stream, { text, code, requestId });
    expectNoLeak(stream, question);
    expect(stream).not.toMatch(/127\.0\.0\.1|https?:|\bat .+:\d+|\.js\b/);
  };
  await Promise.all(STREAM_FORMATS.map(ask));

  upstream.answer(question, respond);
  const status = { "model-error": 502, "model-unavailable": 503, "model-timeout": 504 }[code];
  const whole = await postJson(`${asked.url}/api/chat`, { question });
  await expectError(whole, { status, code });
  const requestId = whole.headers.get("x-request-id");
  const end = new RegExp(`"requestId":"${requestId}".*"msg":"run-finished"`);
  await expect.poll(() => asked.output()).toMatch(end);
  expectNoLeak(asked.output(), question);
}

for (const trouble of UPSTREAM_TROUBLES) {
  test(`an upstream that ${trouble.name} is a ${trouble.code} in every format, and nothing leaks`, async ({
    question,
  }) => {
    await expectTrouble(server, trouble, question);
  });
}

for (const trouble of UPSTREAM_SILENCES) {
  test(`an upstream that ${trouble.name} is a ${trouble.code} in every format`, async ({
    question,
  }) => {
    await expectTrouble(impatient, trouble, question);
  });
}

test("the upstream's request is closed when its patience is over", async ({ question }) => {
  const asking = postJson(`${impatient.url}/api/chat`, { question });
  const exchange = await upstream.receive(question);
  await exchange.disconnected;
  expect((await asking).status).toBe(504);
});

test("a failed run replays as it failed, and its chat goes on", async ({ question, chatId }) => {
  const url = `${server.url}/api/chat/stream`;
  upstream.answer(question, (exchange) => {
    exchange.sendText("앞부분");
    exchange.endEarly();
  });
  const stream = await (await postJson(url, { message: question, chatId })).text();
  const [first] = receive(new TextEncoder().encode(stream)).events;
  const headers = { "Last-Event-ID": first?.id ?? "" };
  const replay = await (await fetch(url, { headers })).text();
  expect(stream.endsWith(replay.slice(replay.indexOf("\n\n") + 2))).toBe(true);
  expect(replay).toContain('"error"');

  const next = `다음 ${question}`;
  upstream.answer(next, (exchange) => {
    exchange.sendText("괜찮아요");
    exchange.finish();
  });
  const answer = await (await postJson(url, { message: next, chatId })).text();
  expect(answer).toContain("괜찮아요");
  expect(answer).toContain('{"done":true}');
});

test("a provider that can't be reached is unavailable in every format", async ({ question }) => {
  const port = await findFreePort();
  const lonely = await startServer({
    OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`,
    OPENAI_API_KEY: API_KEY,
    OPENAI_MODELS: "mock",
  });
  for (const format of STREAM_FORMATS) {
    const url = `${lonely.url}/api/chat/stream?format=${format}`;
    const response = await postJson(url, { message: question });
    const requestId = response.headers.get("x-request-id") ?? "";
    const stream = await response.text();
    expectFailure(format, stream, { text: "", code: "model-unavailable", requestId });
    expect(stream).not.toContain(`${port}`);
  }
  const whole = await postJson(`${lonely.url}/api/chat`, { question });
  await expectError(whole, { status: 503, code: "model-unavailable" });
  expectNoLeak(lonely.output(), question);
  await lonely.stop();
});
