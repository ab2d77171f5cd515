import type { ChatEvent, RunFinished } from "@/lib/chat/chat-events";
import type { RunEndState } from "@/lib/chat/streaming-chunk";

const ABOUT = { runId: "run1", chatId: "chat1", requestId: "r1", model: "mock", atMs: 0 };

export const STARTED: ChatEvent = { type: "run-started", ...ABOUT };
export const FIRST_TOKEN: ChatEvent = { type: "first-token", ...ABOUT, afterMs: 120 };

export function streamed(count: number): ChatEvent {
  return { type: "tokens-streamed", ...ABOUT, count };
}

export function toolFinished(isError: boolean): ChatEvent {
  return { type: "tool-finished", ...ABOUT, toolName: "calculator", isError, durationMs: 3 };
}

export function failed(error: unknown): ChatEvent {
  return { type: "run-failed", ...ABOUT, code: "model-error", error };
}

export function finished(state: RunEndState): RunFinished {
  const usage = { inputTokens: 3, outputTokens: 5, totalTokens: 8 };
  return { type: "run-finished", ...ABOUT, state, finishReason: "stop", usage, durationMs: 500 };
}
