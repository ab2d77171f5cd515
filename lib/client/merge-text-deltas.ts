import type { UIMessageChunk } from "ai";

/** Joins neighbouring deltas of the same part: what arrived together costs one update. */
export function mergeTextDeltas(chunks: readonly UIMessageChunk[]): readonly UIMessageChunk[] {
  const merged: UIMessageChunk[] = [];
  let pending: DeltaChunk | null = null;
  let deltas: string[] = [];

  const flush = () => {
    if (pending !== null) merged.push({ ...pending, delta: deltas.join("") });
    pending = null;
    deltas = [];
  };

  for (const chunk of chunks) {
    if (!isDelta(chunk)) {
      flush();
      merged.push(chunk);
      continue;
    }
    if (!continues(pending, chunk)) {
      flush();
      pending = chunk;
    }
    deltas.push(chunk.delta);
  }
  flush();
  return merged;
}

type DeltaChunk = Extract<UIMessageChunk, { type: "text-delta" | "reasoning-delta" }>;

function isDelta(chunk: UIMessageChunk): chunk is DeltaChunk {
  return chunk.type === "text-delta" || chunk.type === "reasoning-delta";
}

function continues(pending: DeltaChunk | null, chunk: DeltaChunk): boolean {
  return pending !== null && pending.type === chunk.type && pending.id === chunk.id;
}
