import { ChatRequestError } from "./chat-request-error";
import { readErrorResponse, toRetryAfterSeconds } from "./read-error-response";
import type { RetryPolicy } from "./retry-policy";
import { toRetryDelayMs } from "./retry-policy";
import { waitForRetry } from "./wait-for-retry";

export interface ConnectOptions {
  readonly policy: RetryPolicy;
  readonly signal: AbortSignal;
  /** Failures in a row before this call. A call that starts with some waits first. */
  readonly failures: number;
  readonly onRetry: () => void;
}

/**
 * Sends a request that the server treats as idempotent until a response is there whose status is
 * `2xx`. Throws a `ChatRequestError` when the server refuses, or when nobody answered often enough.
 */
export async function connect(
  request: (signal: AbortSignal) => Promise<Response>,
  { policy, signal, failures, onRetry }: ConnectOptions,
): Promise<{ response: Response; failures: number }> {
  let failed = failures;
  let retryAfterMs = 0;
  let cause: unknown;

  while (failed < policy.maxAttempts) {
    if (failed > 0) {
      onRetry();
      const delayMs = toRetryDelayMs(policy, failed, Math.random());
      await waitForRetry(Math.max(delayMs, retryAfterMs), signal);
    }
    const attempt = await attemptRequest(request, signal);
    if (attempt.type === "response") return { response: attempt.response, failures: failed };
    failed += 1;
    retryAfterMs = attempt.retryAfterMs;
    cause = attempt.cause;
  }
  throw new ChatRequestError({
    code: "connection-lost",
    message: "The server cannot be reached.",
    cause,
  });
}

type Attempt =
  | { readonly type: "response"; readonly response: Response }
  | { readonly type: "unreachable"; readonly retryAfterMs: number; readonly cause: unknown };

async function attemptRequest(
  request: (signal: AbortSignal) => Promise<Response>,
  signal: AbortSignal,
): Promise<Attempt> {
  try {
    const response = await request(signal);
    if (response.ok) return { type: "response", response };

    const error = await readErrorResponse(response);
    if (error !== null) throw error;
    if (response.status < 500) throw toUnknownAnswer(response);
    const retryAfterMs = (toRetryAfterSeconds(response) ?? 0) * 1000;
    return { type: "unreachable", retryAfterMs, cause: toUnknownAnswer(response) };
  } catch (error) {
    if (signal.aborted || error instanceof ChatRequestError) throw error;
    return { type: "unreachable", retryAfterMs: 0, cause: error };
  }
}

function toUnknownAnswer(response: Response): ChatRequestError {
  return new ChatRequestError({
    code: response.status === 404 ? "not-found" : "internal",
    message: `The server answered with status ${response.status}.`,
    requestId: response.headers.get("X-Request-Id"),
  });
}
