/** What `promise` gives, or a rejection with the signal's reason as soon as it aborts. */
export async function raceAbort<Value>(
  promise: PromiseLike<Value>,
  signal: AbortSignal,
): Promise<Value> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const handleAbort = () => reject(signal.reason);
  signal.addEventListener("abort", handleAbort);
  if (signal.aborted) handleAbort();
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener("abort", handleAbort);
  }
}
