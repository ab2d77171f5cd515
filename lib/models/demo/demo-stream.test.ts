import { describe, expect, it } from "vitest";
import { createDemoModel } from "./demo-model";
import { asking, instantDemoModel, streamFromDemo } from "./testing/stream-from-demo";

describe("aborting", () => {
  it.each(["/stall", "/hang", "/slow 60", "/long 200000 1"])(
    "ends %s at once with the reason of the signal",
    async (command) => {
      const controller = new AbortController();
      const reason = new Error("stopped by the user");
      const { stream: parts } = await instantDemoModel.doStream({
        prompt: asking(command),
        abortSignal: controller.signal,
      });
      const reading = Array.fromAsync(parts);
      setTimeout(() => controller.abort(reason), 5);
      await expect(reading).rejects.toBe(reason);
    },
  );

  it("works in the middle of an answer that comes as fast as it can", async () => {
    const controller = new AbortController();
    const reason = new Error("stopped by the user");
    const reading = streamFromDemo("/long 200000 0", { abortSignal: controller.signal });
    setTimeout(() => controller.abort(reason), 5);
    await expect(reading).rejects.toBe(reason);
  });

  it("works without streaming too", async () => {
    const signal = AbortSignal.timeout(5);
    const generation = instantDemoModel.doGenerate({
      prompt: asking("/hang"),
      abortSignal: signal,
    });
    await expect(generation).rejects.toMatchObject({ name: "TimeoutError" });
  });

  it("before the call rejects the call", async () => {
    const reason = new Error("too late");
    const abortSignal = AbortSignal.abort(reason);
    await expect(instantDemoModel.doStream({ prompt: asking("hi"), abortSignal })).rejects.toBe(
      reason,
    );
  });

  it("is no error after the reader has gone", async () => {
    const controller = new AbortController();
    const { stream: parts } = await instantDemoModel.doStream({
      prompt: asking("/stall"),
      abortSignal: controller.signal,
    });
    const reader = parts.getReader();
    await reader.read();
    await reader.cancel();
    controller.abort();
    expect(await reader.read()).toEqual({ done: true, value: undefined });
  });
});

describe("the pace", () => {
  it("holds the rate it is given, after the first token's delay", async () => {
    const paced = createDemoModel({ tokensPerSecond: 1_000, firstTokenDelayMs: 30 });
    const startMs = performance.now();
    const { stream: parts } = await paced.doStream({ prompt: asking("/long 100 1000") });
    await Array.fromAsync(parts);
    const tookMs = performance.now() - startMs;
    expect(tookMs).toBeGreaterThan(125);
    expect(tookMs).toBeLessThan(2_000);
  });
});
