import { toChatError } from "./chat-error";
import type { CompleteChunk, ErrorChunk, Usage } from "./streaming-chunk";

/** How a run tells that it failed, in words that are safe for users. */
export function toFailure(
  error: unknown,
  about: { readonly messageId: string; readonly requestId: string; readonly usage: Usage },
): readonly [ErrorChunk, CompleteChunk] {
  const { code, message } = toChatError(error);
  const { messageId, requestId, usage } = about;
  return [
    { type: "error", code, message, requestId },
    { type: "complete", messageId, state: "failed", finishReason: "error", usage },
  ];
}
