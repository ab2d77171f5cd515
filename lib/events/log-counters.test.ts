import { Writable } from "node:stream";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { logCounters } from "./log-counters";
import { RunCounters } from "./run-counters";
import { finished, STARTED, streamed } from "./testing/sample-events";

describe("logCounters", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] }));
  afterEach(() => void vi.useRealTimers());

  it("writes one line in a minute in which something happened, and none in others", () => {
    const lines: string[] = [];
    const stream = new Writable({
      write: (chunk, _encoding, done) => {
        lines.push(String(chunk));
        done();
      },
    });
    const counters = new RunCounters();
    logCounters(counters, pino(stream));
    vi.advanceTimersByTime(60_000);
    expect(lines).toEqual([]);
    for (const event of [STARTED, streamed(3), finished("completed")]) counters.count(event);
    vi.advanceTimersByTime(59_999);
    expect(lines).toEqual([]);
    vi.advanceTimersByTime(120_001);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { msg: "counters", activeRuns: 0, startedRuns: 1, tokens: 3, endedRuns: { completed: 1 } },
    ]);
  });
});
