import type { ChatStatus } from "ai";
import { ChatRequestError } from "./chat-request-error";
import type { ChatUIMessage } from "./chat-ui-message";

/** Why there is no whole answer, in words for the user. */
export interface ChatFailure {
  /** A `ChatErrorCode`, `connection-lost`, or whatever a newer server says. */
  readonly code: string;
  readonly message: string;
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | null;
}

export interface ChatFailureInput {
  readonly status: ChatStatus;
  readonly error: Error | undefined;
  readonly lastMessage: ChatUIMessage | undefined;
}

export function toChatFailure({
  status,
  error,
  lastMessage,
}: ChatFailureInput): ChatFailure | null {
  if (status === "submitted" || status === "streaming") return null;
  if (error instanceof ChatRequestError) {
    const { code, message, requestId, retryAfterSeconds } = error;
    return { code, message, requestId, retryAfterSeconds };
  }
  const metadata = lastMessage?.role === "assistant" ? lastMessage.metadata : undefined;
  if (metadata?.state === "failed" && metadata.error !== undefined) {
    return { ...metadata.error, retryAfterSeconds: null };
  }
  if (status !== "error" && metadata?.state !== "failed") return null;
  return {
    code: "internal",
    message: error?.message ?? "",
    requestId: null,
    retryAfterSeconds: null,
  };
}
