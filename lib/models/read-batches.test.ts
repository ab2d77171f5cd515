import { getEventListeners } from "node:events";
import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { readBatches } from "./read-batches";

const never = new AbortController().signal;
const REASON = new Error("stopped");

/** A stream whose items come when the test says so, and that knows how it was cancelled. */
function createSource() {
  const cancelled: unknown[] = [];
  let controller: ReadableStreamDefaultController<number> | null = null;
  const stream = new ReadableStream<number>({
    start: (started) => void (controller = started),
    cancel: (reason) => void cancelled.push(reason),
  });
  if (controller === null) throw new Error("not started");
  return { stream, cancelled, controller: controller as ReadableStreamDefaultController<number> };
}

describe("readBatches", () => {
  it("makes one batch of what arrives in one turn", async () => {
    const { stream, controller } = createSource();
    const batches = readBatches(stream, never);
    const first = batches.next();
    for (const item of [1, 2, 3]) controller.enqueue(item);
    expect(await first).toEqual({ done: false, value: [1, 2, 3] });
    const second = batches.next();
    await nextTurn();
    for (const item of [4, 5]) controller.enqueue(item);
    controller.close();
    expect(await second).toEqual({ done: false, value: [4, 5] });
    expect(await batches.next()).toEqual({ done: true, value: undefined });
  });

  it("makes one batch of what arrives while the reader is busy", async () => {
    const { stream, controller } = createSource();
    const batches = readBatches(stream, never);
    controller.enqueue(1);
    await batches.next();
    for (const item of [2, 3, 4]) {
      controller.enqueue(item);
      await nextTurn();
    }
    expect(await batches.next()).toMatchObject({ value: [2, 3, 4] });
  });

  it("ends with the stream, and gives no empty batch", async () => {
    const { stream, controller } = createSource();
    controller.close();
    expect(await Array.fromAsync(readBatches(stream, never))).toEqual([]);
  });

  it("gives what came before an error, and then the error", async () => {
    const { stream, controller } = createSource();
    const batches = readBatches(stream, never);
    const first = batches.next();
    controller.enqueue(1);
    controller.enqueue(2);
    await nextTurn();
    controller.error(REASON);
    expect(await first).toMatchObject({ value: [1, 2] });
    await expect(batches.next()).rejects.toBe(REASON);
  });

  it("cancels the stream and ends when the signal aborts", async () => {
    const { stream, controller, cancelled } = createSource();
    const abort = new AbortController();
    const batches = readBatches(stream, abort.signal);
    controller.enqueue(1);
    await batches.next();
    const next = batches.next();
    abort.abort(REASON);
    expect(await next).toMatchObject({ done: true });
    expect(cancelled).toEqual([REASON]);
  });

  it("cancels the stream at once when the signal has aborted before", async () => {
    const { stream, cancelled } = createSource();
    expect(await Array.fromAsync(readBatches(stream, AbortSignal.abort(REASON)))).toEqual([]);
    expect(cancelled).toEqual([REASON]);
  });

  it("cancels the stream when the reader goes away", async () => {
    const { stream, controller, cancelled } = createSource();
    controller.enqueue(1);
    for await (const batch of readBatches(stream, never)) {
      expect(batch).toEqual([1]);
      break;
    }
    expect(cancelled).toHaveLength(1);
  });

  it("ends with the error of a stream that can't be cancelled", async () => {
    const abort = new AbortController();
    const failure = new Error("cannot cancel");
    const stream = new ReadableStream<number>({ cancel: () => Promise.reject(failure) });
    const batches = Array.fromAsync(readBatches(stream, abort.signal));
    abort.abort(REASON);
    await expect(batches).resolves.toEqual([]);
  });

  it("leaves no listener behind on the signal", async () => {
    const { stream, controller } = createSource();
    const { signal } = new AbortController();
    const batches = readBatches(stream, signal);
    controller.enqueue(1);
    await batches.next();
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    controller.close();
    await batches.next();
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});
