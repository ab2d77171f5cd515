import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Patience } from "./patience";

const LIMITS = { firstTokenTimeoutMs: 100, idleTimeoutMs: 50 };
const REASON = new Error("stopped");

describe("Patience", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const create = (outer = new AbortController().signal) => new Patience(LIMITS, outer);

  it("waits for the first token only so long", () => {
    const patience = create();
    vi.advanceTimersByTime(99);
    expect(patience.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(patience.signal.reason).toMatchObject({
      code: "model-timeout",
      message: "The model did not answer in time.",
    });
  });

  it("does not take other signs of life for the first token", () => {
    const patience = create();
    vi.advanceTimersByTime(60);
    patience.hear({ isToken: false });
    vi.advanceTimersByTime(40);
    expect(patience.signal.aborted).toBe(true);
  });

  it("waits anew after each sign of life once there was a token", () => {
    const patience = create();
    patience.hear({ isToken: true });
    for (const isToken of [true, false, false, true]) {
      vi.advanceTimersByTime(49);
      patience.hear({ isToken });
    }
    expect(patience.signal.aborted).toBe(false);
    vi.advanceTimersByTime(50);
    expect(patience.signal.reason).toMatchObject({
      code: "model-timeout",
      message: "The model fell silent in the middle of its answer.",
    });
  });

  it("ends at once with the run's own reason", () => {
    const outer = new AbortController();
    const patience = create(outer.signal);
    outer.abort(REASON);
    expect(patience.signal.reason).toBe(REASON);
    expect(create(AbortSignal.abort(REASON)).signal.reason).toBe(REASON);
  });

  it("keeps no timer once the run was stopped", () => {
    const outer = new AbortController();
    create(outer.signal);
    outer.abort(REASON);
    create(AbortSignal.abort(REASON));
    expect(vi.getTimerCount()).toBe(0);
  });

  it("is silent after its end", () => {
    const outer = new AbortController();
    const patience = create(outer.signal);
    patience.end();
    vi.advanceTimersByTime(1_000);
    outer.abort(REASON);
    expect(patience.signal.aborted).toBe(false);
  });
});
