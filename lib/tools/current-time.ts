import { z } from "zod";
import type { ChatTool } from "@/lib/chat/chat-tool";

const IANA_NAME = /^[a-z][\w+-]*(?:\/[\w+-]+)*$/i;

export function createCurrentTime(options: {
  readonly now: () => Date;
}): ChatTool<{ timeZone?: string | undefined }> {
  return {
    name: "current_time",
    description:
      "The current date and time in a time zone. Time zones go by their IANA names only, such as " +
      "Asia/Seoul or America/New_York, not by the names of cities. Without one: UTC.",
    inputSchema: z.object({
      timeZone: z.string().min(1).max(64).optional().describe("IANA name, such as Asia/Seoul"),
    }),
    async execute({ timeZone = "UTC" }) {
      const format = formatFor(timeZone);
      const parts = new Map(
        format.formatToParts(options.now()).map(({ type, value }) => [type, value]),
      );
      const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
      const date = `${part("year")}-${part("month")}-${part("day")}`;
      const time = `${part("hour")}:${part("minute")}:${part("second")}`;
      const utcOffset = part("timeZoneName").replace("GMT", "") || "+00:00";
      return {
        timeZone: format.resolvedOptions().timeZone,
        iso: `${date}T${time}${utcOffset}`,
        date,
        time,
        weekday: part("weekday"),
        utcOffset,
      };
    },
  };
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  if (!IANA_NAME.test(timeZone)) throw unknownTimeZone(timeZone);
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      weekday: "long",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      timeZoneName: "longOffset",
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw unknownTimeZone(timeZone);
  }
}

function unknownTimeZone(timeZone: string): Error {
  return new Error(`Unknown time zone: ${timeZone.slice(0, 64)}`);
}
