import type { ChatEvent } from "@/lib/chat/chat-events";
import type { RunEndState } from "@/lib/chat/streaming-chunk";

/** Counted since the process began, but for `activeRuns`. */
export interface RunCounts {
  readonly activeRuns: number;
  readonly startedRuns: number;
  readonly endedRuns: Readonly<Record<RunEndState, number>>;
  readonly tokens: number;
  readonly toolCalls: number;
  readonly toolErrors: number;
}

/** An in-memory set of counters, fed by the event bus. */
export class RunCounters {
  #startedRuns = 0;
  #tokens = 0;
  #toolCalls = 0;
  #toolErrors = 0;
  readonly #endedRuns = { completed: 0, stopped: 0, failed: 0, interrupted: 0 };

  readonly count = (event: ChatEvent): void => {
    switch (event.type) {
      case "run-started":
        this.#startedRuns += 1;
        return;
      case "tokens-streamed":
        this.#tokens += event.count;
        return;
      case "tool-finished":
        this.#toolCalls += 1;
        if (event.isError) this.#toolErrors += 1;
        return;
      case "run-finished":
        this.#endedRuns[event.state] += 1;
        return;
      case "first-token":
      case "run-failed":
        return;
    }
  };

  snapshot(): RunCounts {
    const ended = Object.values(this.#endedRuns).reduce((sum, count) => sum + count, 0);
    return {
      activeRuns: this.#startedRuns - ended,
      startedRuns: this.#startedRuns,
      endedRuns: { ...this.#endedRuns },
      tokens: this.#tokens,
      toolCalls: this.#toolCalls,
      toolErrors: this.#toolErrors,
    };
  }
}
