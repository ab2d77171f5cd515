import type { ChatErrorCode } from "@/lib/chat/chat-error";

/** `connection-lost` has no counterpart on the server: nobody there could be asked. */
export type ChatRequestErrorCode = ChatErrorCode | "connection-lost";

export interface ChatRequestErrorOptions {
  readonly code: ChatRequestErrorCode;
  readonly message: string;
  readonly requestId?: string | null;
  readonly retryAfterSeconds?: number | null;
  readonly cause?: unknown;
}

export class ChatRequestError extends Error {
  override readonly name = "ChatRequestError";
  readonly code: ChatRequestErrorCode;
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | null;

  constructor(options: ChatRequestErrorOptions) {
    super(options.message, { cause: options.cause });
    this.code = options.code;
    this.requestId = options.requestId ?? null;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }
}
