import { toSseComment } from "./sse";

export const HEARTBEAT_INTERVAL_MS = 15_000;

const HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-cache, no-transform",
  Connection: "keep-alive",
  "X-Accel-Buffering": "no",
};

export interface SseResponseOptions {
  readonly headers: Readonly<Record<string, string>>;
  /** The first block, sent at once. */
  readonly preamble: string;
  readonly heartbeatIntervalMs?: number;
  /** The client went away. */
  readonly onCancel: () => void;
  /** The frames broke off. The connection is cut then, which tells the client to come back. */
  readonly onError: (error: unknown) => void;
}

/** Streams `frames` as fast as the client reads them, and a comment whenever they pause for long. */
export function createSseResponse(
  frames: AsyncGenerator<string, void>,
  options: SseResponseOptions,
): Response {
  const { heartbeatIntervalMs = HEARTBEAT_INTERVAL_MS } = options;
  const encoder = new TextEncoder();
  let heartbeat: NodeJS.Timeout;
  let isCancelled = false;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(options.preamble));
      heartbeat = setTimeout(() => {
        controller.enqueue(encoder.encode(toSseComment("heartbeat")));
        heartbeat.refresh();
      }, heartbeatIntervalMs);
    },
    async pull(controller) {
      try {
        const frame = await frames.next();
        if (isCancelled) return;
        if (frame.done) {
          clearTimeout(heartbeat);
          controller.close();
          return;
        }
        controller.enqueue(encoder.encode(frame.value));
        heartbeat.refresh();
      } catch (error) {
        if (isCancelled) return;
        clearTimeout(heartbeat);
        options.onError(error);
        controller.error(error);
      }
    },
    cancel() {
      isCancelled = true;
      clearTimeout(heartbeat);
      options.onCancel();
    },
  });
  return new Response(body, { headers: { ...HEADERS, ...options.headers } });
}
