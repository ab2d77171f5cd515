import { symbols, type Logger } from "pino";
import { vi } from "vitest";

interface Sink {
  write(line: string): void;
}

export type LogLine = Readonly<Record<string, unknown>>;

/** What a logger writes from now on, line by line, instead of on standard output. */
export function captureLog(logger: Logger): readonly LogLine[] {
  const lines: LogLine[] = [];
  const sink = Reflect.get(logger, symbols.streamSym) as Sink;
  vi.spyOn(sink, "write").mockImplementation((line) => {
    lines.push(JSON.parse(line) as LogLine);
  });
  return lines;
}
