/** Resolves after `ms` (`Infinity`: never by itself), and at once when `signal` aborts. */
export async function wait(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const handleAbort = () => resolve();
  const timer = ms === Infinity ? undefined : setTimeout(resolve, ms);
  signal.addEventListener("abort", handleAbort);
  await promise;
  clearTimeout(timer);
  signal.removeEventListener("abort", handleAbort);
}
