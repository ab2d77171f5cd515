import { Writable } from "node:stream";
import { APICallError } from "@ai-sdk/provider";
import { pino, type Level } from "pino";
import { describe, expect, it } from "vitest";
import { ChatError } from "@/lib/chat/chat-error";
import type { ChatEvent } from "@/lib/chat/chat-events";
import { describeError } from "./describe-error";
import { createRunLogger } from "./run-logger";
import {
  failed,
  finished,
  FIRST_TOKEN,
  STARTED,
  streamed,
  toolFinished,
} from "./testing/sample-events";

const RUN = { runId: "run1", chatId: "chat1", requestId: "r1", model: "mock" };

/** The lines that the events leave in a log of this level. */
function log(level: Level, events: readonly ChatEvent[]): readonly Record<string, unknown>[] {
  const lines: string[] = [];
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  const serializers = { err: (error: unknown) => describeError(error, { withContent: false }) };
  const formatters = { level: (label: string) => ({ level: label }) };
  const logEvent = createRunLogger(pino({ level, serializers, formatters }, stream));
  for (const event of events) logEvent(event);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe("createRunLogger", () => {
  it("logs the start and the end of a run, whole and in order", () => {
    const lines = log("info", [STARTED, FIRST_TOKEN, streamed(3), finished("completed")]);
    expect(lines).toMatchObject([
      { level: "info", msg: "run-started", ...RUN },
      {
        level: "info",
        msg: "run-finished",
        ...RUN,
        state: "completed",
        finishReason: "stop",
        usage: { inputTokens: 3, outputTokens: 5, totalTokens: 8 },
        durationMs: 500,
      },
    ]);
    expect(lines).toHaveLength(2);
  });

  it.each([
    ["first-token", "debug", FIRST_TOKEN],
    ["tool-finished", "debug", toolFinished(true)],
    ["tokens-streamed", "trace", streamed(3)],
  ] as const)("keeps %s for the level %s", (msg, level, event) => {
    expect(log("info", [event])).toEqual([]);
    expect(log("trace", [event])).toMatchObject([{ level, msg, ...RUN }]);
  });

  it("warns of a run that failed, with the reason but without anybody's words", () => {
    const cause = new APICallError({
      message: "the user's words",
      url: "https://provider.example/v1/responses",
      requestBodyValues: { input: "the user's words" },
      statusCode: 400,
      responseBody: '{"error":"the user\'s words"}',
      responseHeaders: { authorization: "Bearer sk-secret-secret" },
    });
    const error = new ChatError("model-error", "The model failed to answer.", { cause });
    const [line] = log("warn", [STARTED, failed(error)]);
    expect(line).toMatchObject({
      level: "warn",
      msg: "run-failed",
      ...RUN,
      code: "model-error",
      err: {
        name: "ChatError",
        message: "The model failed to answer.",
        cause: { name: "AI_APICallError", statusCode: 400 },
      },
    });
    expect(JSON.stringify(line)).not.toContain("words");
    expect(JSON.stringify(line)).not.toContain("secret");
  });

  it("tells too little of a run's id to read the run", () => {
    const lines = log("info", [{ ...STARTED, runId: "abcdefghijklmnopqrstuvwx" }]);
    expect(lines).toMatchObject([{ runId: "abcdefgh" }]);
  });
});
