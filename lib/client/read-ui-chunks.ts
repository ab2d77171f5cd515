import { createParser } from "eventsource-parser";
import type { UIMessageChunk } from "ai";
import { ChatRequestError } from "./chat-request-error";
import { mergeTextDeltas } from "./merge-text-deltas";

/** What one read of the connection brought. */
export interface UiChunkBatch {
  readonly chunks: readonly UIMessageChunk[];
  /** Of the last whole event so far; `null` before the first one that has an id. */
  readonly lastEventId: string | null;
  /** True once the server has said that the stream is over. Always the last batch then. */
  readonly isDone: boolean;
}

export interface ReadUiChunksOptions {
  /** The connection counts as dead when nothing, not even a heartbeat, came for this long. */
  readonly silenceLimitMs: number;
  readonly signal: AbortSignal;
}

/**
 * Reads a UI message stream (SSE) up to `[DONE]`, or to the end of the connection. An event that was
 * cut off is not delivered and does not move `lastEventId`.
 */
export async function* readUiChunks(
  body: ReadableStream<Uint8Array>,
  { silenceLimitMs, signal }: ReadUiChunksOptions,
): AsyncGenerator<UiChunkBatch, void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let lastEventId: string | null = null;
  let isDone = false;
  let isCut = false;
  let chunks: UIMessageChunk[] = [];

  const parser = createParser({
    onEvent(event) {
      if (isDone) return;
      lastEventId = event.id ?? lastEventId;
      if (event.data === "[DONE]") isDone = true;
      else chunks.push(parseUiChunk(event.data));
    },
  });
  const close = () => void closeReader(reader);
  signal.addEventListener("abort", close);

  try {
    while (!isDone) {
      const bytes = await readBytes(reader, silenceLimitMs);
      isCut = bytes === null;
      if (bytes === null) return;
      parser.feed(decoder.decode(bytes, { stream: true }));
      yield { chunks: mergeTextDeltas(chunks), lastEventId, isDone };
      chunks = [];
    }
  } finally {
    signal.removeEventListener("abort", close);
    if (!isCut) await closeReader(reader);
  }
}

/** `null`: the connection ended, broke, or fell silent. */
async function readBytes(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  silenceLimitMs: number,
): Promise<Uint8Array | null> {
  const timer = setTimeout(() => void closeReader(reader), silenceLimitMs);
  try {
    const result = await reader.read();
    return result.done ? null : result.value;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** A body that has broken already refuses; there is nothing left to close then. */
async function closeReader(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  await Promise.allSettled([reader.cancel()]);
}

function parseUiChunk(data: string): UIMessageChunk {
  const chunk: unknown = JSON.parse(data);
  if (isUiChunk(chunk)) return chunk;
  throw new ChatRequestError({ code: "internal", message: "The server sent an unknown event." });
}

function isUiChunk(value: unknown): value is UIMessageChunk {
  return (
    typeof value === "object" && value !== null && "type" in value && typeof value.type === "string"
  );
}
