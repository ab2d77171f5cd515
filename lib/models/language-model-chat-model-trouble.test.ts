import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { ChatError } from "@/lib/chat/chat-error";
import { findClosedBaseUrl, startFakeUpstream } from "./testing/fake-upstream";
import { DONE, FRAMES, startSse, toChatFrame, type Api } from "./testing/sse-frames";
import { createUpstreamModel, readStep, TEST_KEY, type ReadStep } from "./testing/upstream-model";

const APIS: readonly Api[] = ["chat", "responses"];
const UPSTREAM_WORDS = "internal-upstream-detail";
const SHORT = { firstTokenTimeoutMs: 80, idleTimeoutMs: 80 };

/** Nothing of the upstream, its address or its key is shown to users. */
function expectSafe({ error }: ReadStep): void {
  expect(error).toBeInstanceOf(ChatError);
  const { message } = error as ChatError;
  expect(message).toMatch(/^[A-Z][A-Za-z' ]+\.( [A-Za-z ]+\.)?$/);
  for (const secret of [UPSTREAM_WORDS, TEST_KEY, "127.0.0.1", "http"]) {
    expect(message).not.toContain(secret);
  }
}

async function failure(
  api: Api,
  respond: (response: ServerResponse) => unknown,
  patience = SHORT,
): Promise<ReadStep> {
  const upstream = await startFakeUpstream(respond);
  const read = await readStep(createUpstreamModel({ baseUrl: upstream.baseUrl, api, patience }));
  expectSafe(read);
  return read;
}

const whole = { firstTokenTimeoutMs: 2_000, idleTimeoutMs: 2_000 };

describe.each(APIS)("an upstream in trouble over the %s API", (api) => {
  const { text, error } = FRAMES[api];

  it.each([
    [400, "model-error"],
    [401, "model-error"],
    [403, "model-error"],
    [404, "model-error"],
    [408, "model-timeout"],
    [429, "model-unavailable"],
    [500, "model-error"],
    [502, "model-error"],
    [503, "model-unavailable"],
    [504, "model-timeout"],
  ])("answers %i: %s", async (status, code) => {
    const read = await failure(
      api,
      (response) =>
        response
          .writeHead(status, { "content-type": "application/json", "retry-after": "7" })
          .end(JSON.stringify({ error: { message: `${UPSTREAM_WORDS} ${TEST_KEY}` } })),
      whole,
    );
    expect(read.error).toMatchObject({ code });
    expect(read.batches).toEqual([]);
  });

  it.each([429, 503])("answers %i and says when to come back", async (status) => {
    const { error: caught } = await failure(
      api,
      (response) => response.writeHead(status, { "retry-after": "7" }).end(),
      whole,
    );
    expect(caught).toMatchObject({ retryAfterSeconds: 7 });
  });

  it("is not there", async () => {
    const read = await readStep(createUpstreamModel({ baseUrl: await findClosedBaseUrl(), api }));
    expectSafe(read);
    expect(read.error).toMatchObject({ code: "model-unavailable" });
  });

  it.each<[string, (response: ServerResponse) => unknown]>([
    ["to the request", () => {}],
    ["but for the headers", startSse],
    ["but for comments", (response) => startSse(response).write(": keep-alive\n\n")],
  ])("never answers %s: the first token's timeout", async (_name, respond) => {
    const upstream = await startFakeUpstream(respond);
    const patience = { firstTokenTimeoutMs: 80, idleTimeoutMs: 60_000 };
    const read = await readStep(createUpstreamModel({ baseUrl: upstream.baseUrl, api, patience }));
    expectSafe(read);
    expect(read.error).toMatchObject({ code: "model-timeout" });
    await upstream.requests[0]?.abandoned;
  });

  it("falls silent in the middle: what it said, and the idle timeout", async () => {
    const upstream = await startFakeUpstream((response) => startSse(response).write(text("반")));
    const patience = { firstTokenTimeoutMs: 60_000, idleTimeoutMs: 80 };
    const read = await readStep(createUpstreamModel({ baseUrl: upstream.baseUrl, api, patience }));
    expectSafe(read);
    expect(read).toMatchObject({ text: "반", error: { code: "model-timeout" } });
    await upstream.requests[0]?.abandoned;
  });

  it.each<[string, (response: ServerResponse) => unknown]>([
    ["ends without a finish", (response) => response.end(text("반"))],
    ["ends without a finish but for [DONE]", (response) => response.end(text("반") + DONE)],
    [
      "ends in the middle of a frame",
      (response) => response.end(text("반") + text("나머지").slice(0, 40)),
    ],
    ["sends a frame that is no JSON", (response) => response.end(`${text("반")}data: {"a\n\n`)],
    ["sends a frame of another kind", (response) => response.end(`${text("반")}data: [1]\n\n`)],
    ["reports an error", (response) => response.end(text("반") + error(UPSTREAM_WORDS))],
  ])("%s: what it said, and a model-error", async (_name, respond) => {
    const read = await failure(api, (response) => respond(startSse(response)), whole);
    expect(read).toMatchObject({ text: "반", step: null, error: { code: "model-error" } });
  });

  it("breaks the connection: what it said, and a model-error", async () => {
    const read = await failure(
      api,
      (response) => startSse(response).write(text("반"), () => response.socket?.resetAndDestroy()),
      whole,
    );
    expect(read).toMatchObject({ text: "반", error: { code: "model-error" } });
  });

  it("breaks the connection before it answers: a model-error", async () => {
    const read = await failure(api, (response) => response.socket?.resetAndDestroy(), whole);
    expect(read).toMatchObject({ text: "", error: { code: "model-error" } });
  });

  it.each<[string, (response: ServerResponse) => unknown]>([
    ["with a web page", (response) => response.setHeader("content-type", "text/html")],
    ["with nothing", () => {}],
  ])("answers %s: a model-error", async (_name, prepare) => {
    const page = `<!doctype html><title>${UPSTREAM_WORDS}</title>`;
    const read = await failure(
      api,
      (response) => {
        prepare(response);
        response.end(response.hasHeader("content-type") ? page : "");
      },
      whole,
    );
    expect(read).toMatchObject({ text: "", step: null, error: { code: "model-error" } });
  });

  it("reports an error and goes on: nothing that comes after it is shown", async () => {
    const read = await failure(
      api,
      (response) => startSse(response).end(text("반") + error(UPSTREAM_WORDS) + text("헛소리")),
      whole,
    );
    expect(read.text).toBe("반");
  });

  it("reports an error and holds the line: a model-error at once, and the line is cut", async () => {
    const upstream = await startFakeUpstream((response) =>
      startSse(response).write(text("반") + error(UPSTREAM_WORDS)),
    );
    const patience = { firstTokenTimeoutMs: 60_000, idleTimeoutMs: 60_000 };
    const read = await readStep(createUpstreamModel({ baseUrl: upstream.baseUrl, api, patience }));
    expectSafe(read);
    expect(read).toMatchObject({ text: "반", error: { code: "model-error" } });
    await upstream.requests[0]?.abandoned;
  });

  it("reports an error before it says anything: a model-error", async () => {
    const read = await failure(
      api,
      (response) => startSse(response).end(error(UPSTREAM_WORDS)),
      whole,
    );
    expect(read).toMatchObject({ text: "", error: { code: "model-error" } });
  });
});

describe("an upstream that is slow but alive", () => {
  it("is not cut off while its tool call is being written", async () => {
    const upstream = await startFakeUpstream(async (response) => {
      startSse(response).write(toChatFrame({ content: "잠깐" }));
      for (const piece of ['{"a"', ":", "1", "}"]) {
        await new Promise((resolve) => setTimeout(resolve, 60));
        const call = { index: 0, id: "c1", function: { name: "add", arguments: piece } };
        response.write(toChatFrame({ tool_calls: [call] }));
      }
      response.end(FRAMES.chat.finish("stop"));
    });
    const patience = { firstTokenTimeoutMs: 2_000, idleTimeoutMs: 150 };
    const model = createUpstreamModel({ baseUrl: upstream.baseUrl, patience });
    const { batches, error } = await readStep(model);
    expect(error).toBeNull();
    expect(batches.flat().at(-1)).toMatchObject({ type: "tool_call", input: { a: 1 } });
  });
});
