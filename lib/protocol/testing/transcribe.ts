import type { LogBatch } from "@/lib/chat/stream-log";
import { encodeRun } from "../encode-run";
import type { EventPosition } from "../event-id";
import type { StreamFormatName } from "../stream-format";
import { STREAM_FORMATS } from "../stream-formats";
import { RUN } from "./recorded-run";

export const FROM_START: EventPosition = { runId: RUN.id, position: 0, eventsOfChunk: null };

/** All that a client reads of a run in one format, from one position on. */
export async function transcribe(
  batches: AsyncIterable<LogBatch>,
  format: StreamFormatName,
  { from = FROM_START, isTextMerged = false } = {},
): Promise<string> {
  const options = { run: RUN, format: STREAM_FORMATS[format], from, isTextMerged };
  return (await Array.fromAsync(encodeRun(batches, options))).join("");
}
