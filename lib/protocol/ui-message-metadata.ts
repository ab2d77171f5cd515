import type { AssistantOutcome } from "@/lib/chat/chat-message";
import type { Run } from "@/lib/chat/run";
import type { CompleteChunk, ErrorChunk } from "@/lib/chat/streaming-chunk";

/** The `metadata` of an assistant's UI message. Grows while the answer streams. */
export type UiMessageMetadata = Partial<AssistantOutcome>;

export function toStartMetadata({ id: runId, model, createdAt }: Run): UiMessageMetadata {
  return { runId, model, createdAt };
}

export function toErrorMetadata({ code, message, requestId }: ErrorChunk): UiMessageMetadata {
  return { state: "failed", error: { code, message, requestId } };
}

export function toOutcomeMetadata({
  state,
  finishReason,
  usage,
}: CompleteChunk): UiMessageMetadata {
  return { state, finishReason, usage };
}
