import type { LogBatch } from "@/lib/chat/stream-log";
import type { StreamingChunk } from "@/lib/chat/streaming-chunk";

/** A chunk, or several that were merged, and the positions that it stands for. */
export interface PositionedChunk {
  readonly firstPosition: number;
  readonly lastPosition: number;
  readonly chunk: StreamingChunk;
}

/** Adjacent pieces of text become one, but never across the position `keptApartUntil`. */
export function mergeText(batch: LogBatch, keptApartUntil: number): readonly PositionedChunk[] {
  const merged: PositionedChunk[] = [];
  let pieces: string[] = [];
  let type: "content" | "reasoning" = "content";
  let lastPosition = 0;
  const flush = () => {
    if (pieces.length === 0) return;
    const firstPosition = lastPosition - pieces.length + 1;
    merged.push({ firstPosition, lastPosition, chunk: { type, content: pieces.join("") } });
    pieces = [];
  };
  for (const [index, chunk] of batch.chunks.entries()) {
    const position = batch.firstPosition + index;
    const isText = chunk.type === "content" || chunk.type === "reasoning";
    if (!isText || position <= keptApartUntil) {
      flush();
      merged.push({ firstPosition: position, lastPosition: position, chunk });
      continue;
    }
    if (chunk.type !== type) flush();
    type = chunk.type;
    pieces.push(chunk.content);
    lastPosition = position;
  }
  flush();
  return merged;
}
