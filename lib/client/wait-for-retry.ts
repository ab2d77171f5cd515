/**
 * Resolves after `delayMs`, at once when the network comes back or the tab becomes visible, and not
 * before the network is there. Rejects with the signal's reason when it aborts.
 */
export function waitForRetry(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const listeners = new AbortController();
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      listeners.abort();
      settle();
    };
    const handleChange = () => {
      if (isOnline()) finish(resolve);
    };
    const timer = setTimeout(handleChange, delayMs);

    if (signal.aborted) finish(() => reject(signal.reason));
    const options = { signal: listeners.signal };
    signal.addEventListener("abort", () => finish(() => reject(signal.reason)), options);
    globalThis.addEventListener?.("online", handleChange, options);
    globalThis.document?.addEventListener(
      "visibilitychange",
      () => {
        if (document.visibilityState === "visible") handleChange();
      },
      options,
    );
  });
}

function isOnline(): boolean {
  return !("onLine" in navigator) || navigator.onLine;
}
