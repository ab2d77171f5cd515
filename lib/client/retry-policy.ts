export interface RetryPolicy {
  /** The longest wait before the second attempt; it doubles from there. */
  readonly baseDelayMs: number;
  readonly maxDelayMs: number;
  /** Failures in a row after which the client gives up. */
  readonly maxAttempts: number;
}

export const sendRetryPolicy: RetryPolicy = { baseDelayMs: 500, maxDelayMs: 4_000, maxAttempts: 5 };

/** About five minutes on average; time without a network does not count. */
export const resumeRetryPolicy: RetryPolicy = {
  baseDelayMs: 500,
  maxDelayMs: 15_000,
  maxAttempts: 45,
};

/** Exponential backoff with full jitter. `failures` starts at 1; `random` is in [0, 1). */
export function toRetryDelayMs(policy: RetryPolicy, failures: number, random: number): number {
  return random * Math.min(policy.maxDelayMs, policy.baseDelayMs * 2 ** (failures - 1));
}
