import type { LogBatch } from "@/lib/chat/stream-log";
import { encodeRun } from "../encode-run";
import type { EventPosition } from "../event-id";
import type { StreamFormatName } from "../stream-format";
import { STREAM_FORMATS } from "../stream-formats";
import { RUN } from "./recorded-run";

export function fromStart(format: StreamFormatName): EventPosition {
  return { runId: RUN.id, position: 0, eventsOfChunk: null, format };
}

/** All that a client reads of a run in one format, from one position on. */
export async function transcribe(
  batches: AsyncIterable<LogBatch>,
  format: StreamFormatName,
  { from = fromStart(format), isTextMerged = false } = {},
): Promise<string> {
  const options = { run: RUN, format: STREAM_FORMATS[format], from, isTextMerged };
  return (await Array.fromAsync(encodeRun(batches, options))).join("");
}
