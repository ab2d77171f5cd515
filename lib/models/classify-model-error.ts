import { APICallError } from "@ai-sdk/provider";
import { ChatError, isChatError } from "@/lib/chat/chat-error";

const TIMEOUT_CODES = new Set(["UND_ERR_CONNECT_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT", "ETIMEDOUT"]);
const UNREACHABLE_CODES = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EAI_AGAIN",
]);

/** What went wrong with the upstream, in words that are safe for users. */
export function classifyModelError(error: unknown): ChatError {
  if (isChatError(error)) return error;
  const codes = readCodes(error);
  if (codes.some((code) => TIMEOUT_CODES.has(code))) {
    return new ChatError("model-timeout", "The model did not answer in time.", { cause: error });
  }
  if (codes.some((code) => UNREACHABLE_CODES.has(code))) {
    return new ChatError("model-unavailable", "The model can't be reached.", { cause: error });
  }
  const status = APICallError.isInstance(error) ? error.statusCode : undefined;
  if (status === undefined) {
    return new ChatError("model-error", "The model's answer broke off.", { cause: error });
  }
  if (status === 429 || status === 503 || status === 529) {
    const retryAfterSeconds = readRetryAfter(error);
    return new ChatError("model-unavailable", "The model is busy. Try again in a moment.", {
      cause: error,
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    });
  }
  if (status === 408 || status === 504) {
    return new ChatError("model-timeout", "The model did not answer in time.", { cause: error });
  }
  if (status === 401 || status === 403) {
    const message = "The model provider refused this server's credentials.";
    return new ChatError("model-error", message, { cause: error });
  }
  if (status === 404) {
    return new ChatError("model-error", "The provider does not know this model.", { cause: error });
  }
  if (status >= 400 && status < 500) {
    const message = "The model provider did not accept the request.";
    return new ChatError("model-error", message, { cause: error });
  }
  return new ChatError("model-error", "The model failed to answer.", { cause: error });
}

/** The error's `code`s along its chain of causes. */
function readCodes(error: unknown): readonly string[] {
  const codes: string[] = [];
  for (let current = error, depth = 0; current instanceof Error && depth < 8; depth += 1) {
    if ("code" in current && typeof current.code === "string") codes.push(current.code);
    if (current instanceof AggregateError) current = current.errors[0];
    else current = current.cause;
  }
  return codes;
}

/** RFC 9110 §10.2.3, the seconds form. */
function readRetryAfter(error: unknown): number | undefined {
  const value = APICallError.isInstance(error) ? error.responseHeaders?.["retry-after"] : undefined;
  return value !== undefined && /^\s*\d+\s*$/.test(value) ? Number(value) : undefined;
}
