import { describe, expect, it } from "vitest";
import { RunCounters } from "./run-counters";
import {
  failed,
  finished,
  FIRST_TOKEN,
  STARTED,
  streamed,
  toolFinished,
} from "./testing/sample-events";

const NO_ENDS = { completed: 0, stopped: 0, failed: 0, interrupted: 0 };

describe("RunCounters", () => {
  it("begin at zero", () => {
    expect(new RunCounters().snapshot()).toEqual({
      activeRuns: 0,
      startedRuns: 0,
      endedRuns: NO_ENDS,
      tokens: 0,
      toolCalls: 0,
      toolErrors: 0,
    });
  });

  it("count runs from their start to their one end", () => {
    const counters = new RunCounters();
    for (const event of [STARTED, STARTED, FIRST_TOKEN]) counters.count(event);
    expect(counters.snapshot()).toMatchObject({ activeRuns: 2, startedRuns: 2 });
    for (const event of [failed(new Error("no")), finished("failed")]) counters.count(event);
    expect(counters.snapshot()).toMatchObject({
      activeRuns: 1,
      startedRuns: 2,
      endedRuns: { ...NO_ENDS, failed: 1 },
    });
  });

  it.each(["completed", "stopped", "failed", "interrupted"] as const)(
    "count the runs that ended as %s",
    (state) => {
      const counters = new RunCounters();
      for (const event of [STARTED, finished(state)]) counters.count(event);
      expect(counters.snapshot()).toMatchObject({
        activeRuns: 0,
        endedRuns: { ...NO_ENDS, [state]: 1 },
      });
    },
  );

  it("count tokens and tool calls", () => {
    const counters = new RunCounters();
    const events = [streamed(3), streamed(4), toolFinished(false), toolFinished(true)];
    for (const event of events) counters.count(event);
    expect(counters.snapshot()).toMatchObject({ tokens: 7, toolCalls: 2, toolErrors: 1 });
  });

  it("give a snapshot that later events leave alone", () => {
    const counters = new RunCounters();
    const before = counters.snapshot();
    for (const event of [STARTED, streamed(1), finished("completed")]) counters.count(event);
    expect(before).toMatchObject({ startedRuns: 0, tokens: 0, endedRuns: NO_ENDS });
  });
});
