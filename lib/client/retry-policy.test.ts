import { expect, test } from "vitest";
import { toRetryDelayMs } from "./retry-policy";

const policy = { baseDelayMs: 500, maxDelayMs: 15_000, maxAttempts: 10 };

test("the longest wait doubles with each failure, up to a bound", () => {
  const longest = [1, 2, 3, 4, 5, 6, 7].map((failures) => toRetryDelayMs(policy, failures, 1));
  expect(longest).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
});

test("the wait is anything down to nothing, so that clients do not come back together", () => {
  expect(toRetryDelayMs(policy, 4, 0)).toBe(0);
  expect(toRetryDelayMs(policy, 4, 0.25)).toBe(1_000);
});
