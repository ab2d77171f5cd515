import type { StreamingChunk } from "@/lib/chat/streaming-chunk";

/** What one tick holds of one run: its id, the position of the first chunk, the chunks. */
export type LogTickEntry = readonly [
  runId: string,
  firstPosition: number,
  chunks: readonly StreamingChunk[],
];

export function toEntries(text: string): readonly LogTickEntry[] {
  return JSON.parse(text) as readonly LogTickEntry[];
}

export function toChunks(text: string): readonly StreamingChunk[] {
  return JSON.parse(text) as readonly StreamingChunk[];
}
