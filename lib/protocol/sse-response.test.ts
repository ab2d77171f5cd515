import { describe, expect, it, vi } from "vitest";
import { createSseResponse, type SseResponseOptions } from "./sse-response";

const OPTIONS: SseResponseOptions = {
  headers: {},
  preamble: ": open\n\n",
  onCancel: () => {},
  onError: () => {},
};

async function* frames(...texts: readonly string[]) {
  yield* texts;
}

function readFrom(response: Response) {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error("The response has no body.");
  return reader;
}

describe("createSseResponse", () => {
  it("has the headers that keep proxies from holding a stream back", () => {
    const { headers } = createSseResponse(frames(), { ...OPTIONS, headers: { "X-Own": "1" } });
    expect(Object.fromEntries(headers)).toEqual({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      connection: "keep-alive",
      "x-accel-buffering": "no",
      "x-own": "1",
    });
  });

  it("sends the preamble before the first frame is there", async () => {
    const reader = readFrom(
      createSseResponse(
        (async function* () {
          yield await new Promise<string>(() => {});
        })(),
        OPTIONS,
      ),
    );
    expect(await reader.read()).toEqual({ done: false, value: ": open\n\n" });
  });

  it("sends the frames and closes after the last", async () => {
    const response = createSseResponse(frames("안", "녕"), OPTIONS);
    expect(await response.text()).toBe(": open\n\n안녕");
  });

  it("sends a heartbeat whenever the interval passes without a frame", async () => {
    vi.useFakeTimers();
    const next = Promise.withResolvers<string>();
    const silent = (async function* () {
      yield await next.promise;
    })();
    const reader = readFrom(createSseResponse(silent, OPTIONS));
    await reader.read();
    await vi.advanceTimersByTimeAsync(14_999);
    const heartbeat = reader.read();
    await vi.advanceTimersByTimeAsync(1);
    expect(await heartbeat).toMatchObject({ value: ": heartbeat\n\n" });
    next.resolve("end");
    expect(await reader.read()).toMatchObject({ value: "end" });
    expect(await reader.read()).toMatchObject({ done: true });
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  it("says when the client goes away", async () => {
    const onCancel = vi.fn<() => void>();
    const response = createSseResponse(frames("a", "b"), { ...OPTIONS, onCancel });
    await response.body?.cancel();
    expect(onCancel).toHaveBeenCalledOnce();
  });

  it("takes a client that goes away during a pause for no error", async () => {
    const gone = Promise.withResolvers<void>();
    const onError = vi.fn<(error: unknown) => void>();
    const silent = (async function* () {
      yield "a";
      await gone.promise;
    })();
    const response = createSseResponse(silent, { ...OPTIONS, onError, onCancel: gone.resolve });
    const reader = readFrom(response);
    await reader.read();
    await reader.read();
    await reader.cancel();
    await new Promise(setImmediate);
    expect(onError).not.toHaveBeenCalled();
  });

  it("cuts the connection, rather than ending it, when the frames break off", async () => {
    const onError = vi.fn<(error: unknown) => void>();
    const error = new Error("The log is gone.");
    const broken = (async function* () {
      yield "a";
      throw error;
    })();
    await expect(createSseResponse(broken, { ...OPTIONS, onError }).text()).rejects.toBe(error);
    expect(onError).toHaveBeenCalledWith(error);
  });

  it("reads no further ahead than the client does", async () => {
    let pulled = 0;
    const endless = (async function* () {
      for (;;) yield String((pulled += 1));
    })();
    const reader = readFrom(createSseResponse(endless, OPTIONS));
    await reader.read();
    await new Promise(setImmediate);
    expect(pulled).toBeLessThan(8);
    await reader.cancel();
  });
});
