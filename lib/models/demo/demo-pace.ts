import { setImmediate } from "node:timers/promises";
import type { DemoEvent } from "./demo-events";
import { wait } from "./wait";

const JITTER_STEP = 0.618_033_988_749;
const MIN_SLEEP_MS = 1;
const MAX_TURN_MS = 8;

/** Keeps the rate over time: what a late timer held up comes right after it. */
export class DemoPace {
  readonly #intervalMs: number;
  #dueMs = performance.now();
  #turnStartMs = performance.now();
  #tokens = 0;

  /** 0 tokens per second is as fast as possible. */
  constructor(tokensPerSecond: number) {
    this.#intervalMs = tokensPerSecond === 0 ? 0 : 1_000 / tokensPerSecond;
  }

  /** Resolves when it is the event's time, or at once when `signal` aborts. */
  async reach(event: DemoEvent, signal: AbortSignal): Promise<void> {
    const nowMs = performance.now();
    if (event.type === "silence") this.#dueMs = Math.max(this.#dueMs, nowMs) + event.ms;
    if (event.type === "part" && event.isToken) this.#dueMs += this.#nextIntervalMs();
    const restMs = this.#dueMs - nowMs;
    if (restMs >= MIN_SLEEP_MS) {
      await wait(restMs, signal);
      this.#turnStartMs = performance.now();
    } else if (nowMs - this.#turnStartMs > MAX_TURN_MS) {
      await setImmediate();
      this.#turnStartMs = performance.now();
    }
  }

  /** Between half and one and a half intervals, one on average, the same every time. */
  #nextIntervalMs(): number {
    this.#tokens += 1;
    return this.#intervalMs * (0.5 + ((this.#tokens * JITTER_STEP) % 1));
  }
}
