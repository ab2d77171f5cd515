import type { LogBatch } from "@/lib/chat/stream-log";
import type { Run } from "@/lib/chat/run";
import { toEventId, type EventPosition } from "./event-id";
import { mergeText, type PositionedChunk } from "./merge-text";
import { toSseComment, toSseEvent } from "./sse";
import type { StreamFormat } from "./stream-format";

export interface EncodeRunOptions {
  readonly run: Run;
  readonly format: StreamFormat;
  /** What the client has already. */
  readonly from: EventPosition;
  /** Text that is read from the log together is told in one piece. For replays. */
  readonly isTextMerged: boolean;
}

/**
 * A run as SSE text, one string per batch. `batches` begins with the run's first chunk whatever the
 * client has, because formats carry state from chunk to chunk. The end is also told as a comment, for
 * formats that have no word for it.
 */
export async function* encodeRun(
  batches: AsyncIterable<LogBatch>,
  { run, format, from, isTextMerged }: EncodeRunOptions,
): AsyncGenerator<string, void> {
  const encode = format.createEncoder(run);
  for await (const batch of batches) {
    let frame = "";
    for (const { chunk, ...positions } of positionChunks(batch, from, isTextMerged)) {
      const events = encode(chunk);
      const known = countKnownEvents(positions.firstPosition, events.length, from, format);
      if (known >= events.length) continue;
      if (chunk.type === "complete") frame += toSseComment(chunk.state);
      for (let index = known; index < events.length; index += 1) {
        const id = toEventId({
          runId: run.id,
          format: format.name,
          ...(index === events.length - 1
            ? { position: positions.lastPosition, eventsOfChunk: null }
            : { position: positions.firstPosition, eventsOfChunk: index + 1 }),
        });
        frame += toSseEvent(id, events[index] ?? "");
      }
    }
    if (frame !== "") yield frame;
  }
}

function positionChunks(
  batch: LogBatch,
  from: EventPosition,
  isTextMerged: boolean,
): readonly PositionedChunk[] {
  if (isTextMerged) return mergeText(batch, from.position);
  return batch.chunks.map((chunk, index) => {
    const position = batch.firstPosition + index;
    return { firstPosition: position, lastPosition: position, chunk };
  });
}

function countKnownEvents(
  position: number,
  eventCount: number,
  from: EventPosition,
  { name }: StreamFormat,
): number {
  if (position < from.position) return eventCount;
  if (position > from.position) return 0;
  if (from.eventsOfChunk === null) return eventCount;
  // Some events of a chunk in another format say nothing of what this format's client has of it.
  return from.format === name ? from.eventsOfChunk : 0;
}
