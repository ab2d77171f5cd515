import type { Run } from "../run";
import type { RunEnding, RunOpening } from "../stream-log";
import type { CompleteChunk, MessageChunk, StreamingChunk } from "../streaming-chunk";
import { UNKNOWN_USAGE } from "../usage";

const CREATED_AT = "2026-11-21T00:00:00.000Z";

export function sampleRun(changes: Partial<Run> = {}): Run {
  return {
    id: "run1",
    chatId: "chat1",
    ownerId: null,
    userMessageId: "u1",
    messageId: "m1",
    model: "demo",
    createdAt: CREATED_AT,
    state: "running",
    ...changes,
  };
}

export const MESSAGE: MessageChunk = {
  type: "message",
  role: "assistant",
  messageId: "m1",
  model: "demo",
  createdAt: CREATED_AT,
};

export function complete(changes: Partial<CompleteChunk> = {}): CompleteChunk {
  return {
    type: "complete",
    messageId: "m1",
    state: "completed",
    finishReason: "stop",
    usage: UNKNOWN_USAGE,
    ...changes,
  };
}

export function opening(changes: Partial<RunOpening> = {}): RunOpening {
  return {
    isRegeneration: false,
    userMessage: { role: "user", id: "u1", parts: [{ type: "text", text: "안녕?" }] },
    previousMessages: [],
    onStopRequested: () => {},
    ...changes,
  };
}

export function ending(chunks: readonly StreamingChunk[]): RunEnding {
  return { chunks, message: { role: "assistant", id: "m1", parts: [] } };
}
