/** Names a run and how much of it a client has. */
export interface EventPosition {
  readonly runId: string;
  /** Of the last chunk of which the client has at least one event; 0: of none. */
  readonly position: number;
  /**
   * How many events of that chunk the client has; `null`: all. A chunk can be several events in one
   * format and a single one in another.
   */
  readonly eventsOfChunk: number | null;
}

const PATTERN = /^([A-Za-z0-9_-]{1,64}):(\d{1,15})(?:\.(\d{1,9}))?$/;

/** `run:12` after all of chunk 12, `run:12.1` after the first of its events. */
export function toEventId({ runId, position, eventsOfChunk }: EventPosition): string {
  return `${runId}:${position}${eventsOfChunk === null ? "" : `.${eventsOfChunk}`}`;
}

/** `null` for anything that `toEventId` did not make. */
export function fromEventId(id: string): EventPosition | null {
  const match = PATTERN.exec(id);
  if (match === null) return null;
  const [, runId = "", position, eventsOfChunk] = match;
  return {
    runId,
    position: Number(position),
    eventsOfChunk: eventsOfChunk === undefined ? null : Number(eventsOfChunk),
  };
}
