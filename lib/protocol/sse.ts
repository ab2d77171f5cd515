/**
 * Framing of the event stream format, WHATWG HTML §9.2.6. A line break inside `data` (CR LF, LF or
 * CR) becomes a further `data:` line of the same event.
 */
export function toSseEvent(id: string, data: string): string {
  const lines = data.includes("\n") || data.includes("\r") ? data.split(/\r\n|\n|\r/) : [data];
  return `id: ${id}\n${lines.map((line) => `data: ${line}\n`).join("")}\n`;
}

/** A block that clients ignore. `comment` must be a single line. */
export function toSseComment(comment: string): string {
  return `: ${comment}\n\n`;
}
