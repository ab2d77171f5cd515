import type { ChatError, ChatErrorCode } from "@/lib/chat/chat-error";

export const ERROR_STATUS = {
  "invalid-request": 400,
  unauthorized: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  "payload-too-large": 413,
  "unsupported-media-type": 415,
  "rate-limited": 429,
  internal: 500,
  "model-error": 502,
  "model-unavailable": 503,
  "model-timeout": 504,
} as const satisfies Record<ChatErrorCode, number>;

/** The one shape in which an error leaves before the first byte of a stream. */
export function toErrorResponse(error: ChatError, requestId: string): Response {
  const { code, message, details, retryAfterSeconds } = error;
  const body = { error: { code, message, requestId, ...(details && { details }) } };
  const headers = new Headers({ "Cache-Control": "no-store" });
  if (retryAfterSeconds !== undefined) headers.set("Retry-After", String(retryAfterSeconds));
  return Response.json(body, { status: ERROR_STATUS[code], headers });
}
