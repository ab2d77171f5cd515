import type { LanguageModelV4StreamPart } from "@ai-sdk/provider";
import type { DemoEvent } from "./demo-events";
import { DemoPace } from "./demo-pace";

/** Errors with the reason of `abortSignal` as soon as it aborts, also in the middle of a silence. */
export function createDemoStream(
  events: Iterator<DemoEvent, void>,
  tokensPerSecond: number,
  abortSignal: AbortSignal | undefined,
): ReadableStream<LanguageModelV4StreamPart> {
  const pace = new DemoPace(tokensPerSecond);
  const stop = new AbortController();

  return new ReadableStream<LanguageModelV4StreamPart>(
    {
      start(controller) {
        const handleAbort = () => {
          stop.abort();
          controller.error(abortSignal?.reason);
        };
        abortSignal?.addEventListener("abort", handleAbort, { signal: stop.signal });
      },
      async pull(controller) {
        for (;;) {
          const next = events.next();
          if (!next.done) await pace.reach(next.value, stop.signal);
          if (stop.signal.aborted) return;
          if (next.done || next.value.type === "cut") {
            stop.abort();
            controller.close();
            return;
          }
          if (next.value.type === "part") {
            controller.enqueue(next.value.part);
            return;
          }
        }
      },
      cancel() {
        stop.abort();
      },
    },
    { highWaterMark: 0 },
  );
}
