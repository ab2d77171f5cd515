import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { startFakeUpstream } from "./testing/fake-upstream";
import { FRAMES, startSse, type Api } from "./testing/sse-frames";
import { createUpstreamModel, modelRequest, readStep } from "./testing/upstream-model";

const APIS: readonly Api[] = ["chat", "responses"];
const REASON = new DOMException("The run was stopped.", "AbortError");

describe.each(APIS)("aborting a step over the %s API", { timeout: 2_000 }, (api) => {
  const { text } = FRAMES[api];

  it("makes no request when the signal has aborted before", async () => {
    const upstream = await startFakeUpstream((response) => response.end());
    const model = createUpstreamModel({ baseUrl: upstream.baseUrl, api });
    const { error } = await readStep(model, modelRequest(), AbortSignal.abort(REASON));
    expect(error).toBe(REASON);
    await nextTurn();
    expect(upstream.requests).toEqual([]);
  });

  it("closes the request before the upstream has answered", async () => {
    const controller = new AbortController();
    const upstream = await startFakeUpstream(() => controller.abort(REASON));
    const model = createUpstreamModel({ baseUrl: upstream.baseUrl, api });
    const { error } = await readStep(model, modelRequest(), controller.signal);
    expect(error).toBe(REASON);
    await upstream.requests[0]?.abandoned;
  });

  it("closes the request between the headers and the first token", async () => {
    const controller = new AbortController();
    const upstream = await startFakeUpstream(async (response) => {
      startSse(response);
      await nextTurn();
      controller.abort(REASON);
    });
    const model = createUpstreamModel({ baseUrl: upstream.baseUrl, api });
    const { error } = await readStep(model, modelRequest(), controller.signal);
    expect(error).toBe(REASON);
    await upstream.requests[0]?.abandoned;
  });

  it("closes the request while the next token is awaited", async () => {
    const controller = new AbortController();
    const upstream = await startFakeUpstream((response) => startSse(response).write(text("반")));
    const model = createUpstreamModel({ baseUrl: upstream.baseUrl, api });
    const steps = model.streamStep(modelRequest(), controller.signal);
    await steps.next();
    const next = steps.next();
    controller.abort(REASON);
    await expect(next).rejects.toBe(REASON);
    await upstream.requests[0]?.abandoned;
  });

  it("closes the request while the reader is busy with a batch", async () => {
    const controller = new AbortController();
    const upstream = await startFakeUpstream((response) => startSse(response).write(text("반")));
    const model = createUpstreamModel({ baseUrl: upstream.baseUrl, api });
    const steps = model.streamStep(modelRequest(), controller.signal);
    await steps.next();
    controller.abort(REASON);
    await upstream.requests[0]?.abandoned;
    await expect(steps.next()).rejects.toBe(REASON);
  });

  it("closes the request while the upstream talks without pause", async () => {
    const controller = new AbortController();
    const upstream = await startFakeUpstream(async (response, { abandoned }) => {
      let isTalking = true;
      const stop = abandoned.then(() => (isTalking = false));
      for (startSse(response); isTalking; await nextTurn()) response.write(text("말"));
      await stop;
    });
    const model = createUpstreamModel({ baseUrl: upstream.baseUrl, api });
    const steps = model.streamStep(modelRequest(), controller.signal);
    await steps.next();
    controller.abort(REASON);
    await expect(Array.fromAsync({ [Symbol.asyncIterator]: () => steps })).rejects.toBe(REASON);
    await upstream.requests[0]?.abandoned;
  });

  it("closes the request when the reader goes away without an abort", async () => {
    const upstream = await startFakeUpstream((response) => startSse(response).write(text("반")));
    const model = createUpstreamModel({ baseUrl: upstream.baseUrl, api });
    const steps = model.streamStep(modelRequest(), new AbortController().signal);
    await steps.next();
    expect(await steps.return(undefined as never)).toMatchObject({ done: true });
    await upstream.requests[0]?.abandoned;
  });

  it("takes the signal's reason for an error that the abort caused", async () => {
    const controller = new AbortController();
    const reason = { stoppedBy: "somebody" };
    const upstream = await startFakeUpstream((response) => {
      startSse(response).write(text("반"));
      controller.abort(reason);
      response.socket?.resetAndDestroy();
    });
    const model = createUpstreamModel({ baseUrl: upstream.baseUrl, api });
    const { error } = await readStep(model, modelRequest(), controller.signal);
    expect(error).toBe(reason);
  });
});
