import type { Logger } from "pino";
import type { RunCounters } from "./run-counters";

const INTERVAL_MS = 60_000;

/** One line a minute with what has been counted, as long as something happens. */
export function logCounters(counters: RunCounters, logger: Logger): void {
  let logged = JSON.stringify(counters.snapshot());
  const timer = setInterval(() => {
    const snapshot = counters.snapshot();
    const current = JSON.stringify(snapshot);
    if (current !== logged) logger.info(snapshot, "counters");
    logged = current;
  }, INTERVAL_MS);
  timer.unref();
}
