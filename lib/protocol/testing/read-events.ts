import { createParser } from "eventsource-parser";

export interface ReadEvent {
  readonly id: string | undefined;
  readonly data: string;
}

/** The events that a standard parser finds in a transcript, whole ones only. */
export function readEvents(transcript: string | Uint8Array): readonly ReadEvent[] {
  const events: ReadEvent[] = [];
  const parser = createParser({
    onEvent: ({ id, data }) => events.push({ id, data }),
  });
  const text = typeof transcript === "string" ? transcript : new TextDecoder().decode(transcript);
  parser.feed(text);
  return events;
}

/** The answer's text as a client of each text-only format puts it together. */
export function readText(format: "simple" | "typed" | "text", events: readonly ReadEvent[]) {
  return events.map(({ data }) => readPiece(format, data)).join("");
}

function readPiece(format: "simple" | "typed" | "text", data: string): string {
  if (data === "[DONE]") return "";
  if (format === "text") return data;
  const event = JSON.parse(data) as { chunk?: string; type?: string; content?: string };
  if (format === "simple") return event.chunk ?? "";
  return event.type === "content" ? (event.content ?? "") : "";
}
