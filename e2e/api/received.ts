import { createParser } from "eventsource-parser";
import type { StreamEvent } from "../fixtures/read-events";

export interface Received {
  events: readonly StreamEvent[];
  /** What the client sends as `Last-Event-ID`. */
  lastEventId: string;
}

/** What a client has got when the connection ended after these bytes. */
export function receive(bytes: Uint8Array): Received {
  const events: StreamEvent[] = [];
  let lastEventId = "";
  const parser = createParser({
    onId: (id) => (lastEventId = id),
    onEvent: ({ id = "", data }) => events.push({ id, data }),
  });
  parser.feed(new TextDecoder().decode(bytes));
  return { events, lastEventId };
}
