import type { Usage } from "./streaming-chunk";

export const UNKNOWN_USAGE: Usage = { inputTokens: null, outputTokens: null, totalTokens: null };

/** A count that one side does not know is not known of the sum either. */
export function addUsage(a: Usage, b: Usage): Usage {
  return {
    inputTokens: addCounts(a.inputTokens, b.inputTokens),
    outputTokens: addCounts(a.outputTokens, b.outputTokens),
    totalTokens: addCounts(a.totalTokens, b.totalTokens),
  };
}

function addCounts(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}
