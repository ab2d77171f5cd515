import { describe, expect, it } from "vitest";
import { raceAbort } from "./race-abort";

const REASON = new Error("stopped");

describe("raceAbort", () => {
  it("gives what the promise gives", async () => {
    const { signal } = new AbortController();
    await expect(raceAbort(Promise.resolve("value"), signal)).resolves.toBe("value");
    const failure = new Error("refused");
    await expect(raceAbort(Promise.reject(failure), signal)).rejects.toBe(failure);
  });

  it("rejects with the signal's reason as soon as it aborts", async () => {
    const controller = new AbortController();
    const waiting = raceAbort(new Promise(() => {}), controller.signal);
    controller.abort(REASON);
    await expect(waiting).rejects.toBe(REASON);
  });

  it("rejects at once when the signal has aborted already", async () => {
    const signal = AbortSignal.abort(REASON);
    await expect(raceAbort(new Promise(() => {}), signal)).rejects.toBe(REASON);
  });
});
