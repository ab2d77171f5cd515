import type { LogBatch } from "@/lib/chat/stream-log";
import type { StreamingChunk } from "@/lib/chat/streaming-chunk";
import { complete, MESSAGE, sampleRun } from "@/lib/chat/testing/sample-run";

export const RUN = sampleRun();

/** Everything a run can say: thought, tools with and without success, line breaks, Korean, emoji. */
export const RECORDED_BATCHES: readonly (readonly StreamingChunk[])[] = [
  [MESSAGE],
  [
    { type: "reasoning", content: "더해" },
    { type: "reasoning", content: "볼까" },
  ],
  [
    { type: "content", content: "안녕하세요 👋🏽\n" },
    { type: "content", content: "\n여울" },
    { type: "content", content: "입니다. 👨‍👩‍👧‍👦 " },
  ],
  [
    { type: "tool_call", toolCallId: "c1", toolName: "calculator", input: { expression: "1+1" } },
    { type: "tool_call", toolCallId: "c2", toolName: "calculator", input: { expression: "1/0" } },
  ],
  [
    {
      type: "tool_result",
      toolCallId: "c1",
      toolName: "calculator",
      output: { result: "2" },
      isError: false,
    },
    {
      type: "tool_result",
      toolCallId: "c2",
      toolName: "calculator",
      output: "Division by zero.",
      isError: true,
    },
  ],
  [
    { type: "content", content: "답은 " },
    { type: "content", content: "**2**예요." },
  ],
  [complete({ usage: { inputTokens: 12, outputTokens: 34, totalTokens: 46 } })],
];

export const RECORDED_TEXT = "안녕하세요 👋🏽\n\n여울입니다. 👨‍👩‍👧‍👦 답은 **2**예요.";

/** The batches at their positions in a log. */
export async function* toLog(
  batches: readonly (readonly StreamingChunk[])[],
): AsyncGenerator<LogBatch, void> {
  let firstPosition = 1;
  for (const chunks of batches) {
    yield { firstPosition, chunks };
    firstPosition += chunks.length;
  }
}
