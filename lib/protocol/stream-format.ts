import type { StreamingChunk } from "@/lib/chat/streaming-chunk";
import type { Run } from "@/lib/chat/run";

export const STREAM_FORMAT_NAMES = ["simple", "typed", "text", "ui"] as const;
export type StreamFormatName = (typeof STREAM_FORMAT_NAMES)[number];

/**
 * One way to tell chunks as SSE events. The events depend on the chunks alone, so that a replay tells
 * them as the first delivery did.
 */
export interface StreamFormat {
  readonly name: StreamFormatName;
  readonly headers: Readonly<Record<string, string>>;
  createEncoder(run: Run): ChunkEncoder;
}

/** Takes a run's chunks in order, from the first; gives the `data` of the events that each one is. */
export type ChunkEncoder = (chunk: StreamingChunk) => readonly string[];
