/** Every way a request or a run can go wrong. `lib/protocol` maps each to an HTTP status. */
export const CHAT_ERROR_CODES = [
  "invalid-request",
  "unauthorized",
  "forbidden",
  "not-found",
  "conflict",
  "payload-too-large",
  "unsupported-media-type",
  "rate-limited",
  "internal",
  "model-error",
  "model-unavailable",
  "model-timeout",
] as const;

export type ChatErrorCode = (typeof CHAT_ERROR_CODES)[number];

export interface ChatErrorOptions {
  readonly cause?: unknown;
  /** What was wrong with the input, field by field. Safe for the client. */
  readonly details?: readonly ChatErrorDetail[];
  readonly retryAfterSeconds?: number;
}

export interface ChatErrorDetail {
  /** Where in the input, such as `history.0.role`. */
  readonly path: string;
  readonly message: string;
}

const MARKER = Symbol.for("yeoul.ChatError");

/** `message` is safe for users: no stack, key, upstream body or path. The whole story is in `cause`. */
export class ChatError extends Error {
  override readonly name = "ChatError";
  readonly [MARKER] = true;
  readonly code: ChatErrorCode;
  readonly details: readonly ChatErrorDetail[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ChatErrorCode, message: string, options: ChatErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.details = options.details;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/**
 * Unlike `instanceof`, true for the errors of every copy of this module: servers may evaluate it once
 * for each of their bundles.
 */
export function isChatError(error: unknown): error is ChatError {
  return error instanceof Error && MARKER in error;
}

/** A foreign error becomes `internal`, with its cause kept and its message hidden. */
export function toChatError(error: unknown): ChatError {
  return isChatError(error)
    ? error
    : new ChatError("internal", "Something went wrong on the server.", { cause: error });
}
