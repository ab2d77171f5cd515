import { describe, expect, it } from "vitest";
import { MessageBuilder } from "./message-builder";
import type { StreamingChunk } from "./streaming-chunk";
import { UNKNOWN_USAGE } from "./usage";

const HEAD: StreamingChunk = {
  type: "message",
  role: "assistant",
  messageId: "m1",
  model: "demo",
  createdAt: "2026-11-21T00:00:00.000Z",
};

function build(...chunks: readonly StreamingChunk[]) {
  const builder = new MessageBuilder("run1");
  return [HEAD, ...chunks].map((chunk) => builder.push(chunk)).at(-1);
}

describe("MessageBuilder", () => {
  it("joins pieces into parts, in the order in which they came", () => {
    const message = build(
      { type: "reasoning", content: "흠" },
      { type: "content", content: "안" },
      { type: "content", content: "녕" },
      { type: "tool_call", toolCallId: "c1", toolName: "calculator", input: { expression: "1+1" } },
      { type: "tool_result", toolCallId: "c1", toolName: "calculator", output: 2, isError: false },
      { type: "content", content: "2" },
      {
        type: "complete",
        messageId: "m1",
        state: "completed",
        finishReason: "stop",
        usage: UNKNOWN_USAGE,
      },
    );
    expect(message?.parts).toEqual([
      { type: "reasoning", text: "흠" },
      { type: "text", text: "안녕" },
      {
        type: "tool",
        toolCallId: "c1",
        toolName: "calculator",
        input: { expression: "1+1" },
        result: { output: 2, isError: false },
      },
      { type: "text", text: "2" },
    ]);
    expect(message?.outcome).toMatchObject({ runId: "run1", model: "demo", state: "completed" });
  });

  it("keeps what was said before a failure, and the failure", () => {
    const error = { code: "model-error", message: "It broke off.", requestId: "r1" } as const;
    const message = build(
      { type: "content", content: "half" },
      { type: "error", ...error },
      {
        type: "complete",
        messageId: "m1",
        state: "failed",
        finishReason: "error",
        usage: UNKNOWN_USAGE,
      },
    );
    expect(message?.parts).toEqual([{ type: "text", text: "half" }]);
    expect(message?.outcome).toMatchObject({ state: "failed", error });
  });

  it("has no message before the end", () => {
    expect(build({ type: "content", content: "half" })).toBeNull();
  });
});
