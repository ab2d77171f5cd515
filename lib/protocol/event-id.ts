import { STREAM_FORMAT_NAMES, type StreamFormatName } from "./stream-format";

/** Names a run, the format in which a client reads it, and how much of it the client has. */
export interface EventPosition {
  readonly runId: string;
  /** Of the last chunk of which the client has at least one event; 0: of none. */
  readonly position: number;
  /**
   * How many events of that chunk the client has; `null`: all. A chunk can be several events in one
   * format and a single one in another.
   */
  readonly eventsOfChunk: number | null;
  readonly format: StreamFormatName;
}

const PATTERN = new RegExp(
  `^([A-Za-z0-9_-]{1,64}):(\\d{1,15})(?:\\.(\\d{1,9}))?:(${STREAM_FORMAT_NAMES.join("|")})$`,
);

/** `run:12:ui` after all of chunk 12, `run:12.1:ui` after the first of its events. */
export function toEventId({ runId, position, eventsOfChunk, format }: EventPosition): string {
  return `${runId}:${position}${eventsOfChunk === null ? "" : `.${eventsOfChunk}`}:${format}`;
}

/** `null` for anything that `toEventId` did not make. */
export function fromEventId(id: string): EventPosition | null {
  const match = PATTERN.exec(id);
  if (match === null) return null;
  const [, runId = "", position, eventsOfChunk, format] = match;
  return {
    runId,
    position: Number(position),
    eventsOfChunk: eventsOfChunk === undefined ? null : Number(eventsOfChunk),
    format: format as StreamFormatName,
  };
}
