import { pino, type Logger } from "pino";
import { describeError } from "@/lib/events/describe-error";
import type { Env } from "./env";

/** Structured lines on standard output. */
export function createLogger(env: Pick<Env, "LOG_LEVEL" | "LOG_CONTENT">): Logger {
  return pino({
    level: env.LOG_LEVEL,
    base: { name: "yeoul" },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: {
      err: (error: unknown) => describeError(error, { withContent: env.LOG_CONTENT }),
    },
  });
}
