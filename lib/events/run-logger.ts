import type { Logger } from "pino";
import type { ChatEvent } from "@/lib/chat/chat-events";

/** One structured line for each event worth knowing. Never the user's or the model's words. */
export function createRunLogger(logger: Logger): (event: ChatEvent) => void {
  return ({ type, atMs: _atMs, ...event }) => {
    switch (type) {
      case "run-failed": {
        const { error, ...fields } = event as Extract<ChatEvent, { type: "run-failed" }>;
        logger.warn({ ...fields, err: error }, type);
        return;
      }
      case "run-started":
      case "run-finished":
        logger.info(event, type);
        return;
      case "first-token":
      case "tool-finished":
        logger.debug(event, type);
        return;
      case "tokens-streamed":
        logger.trace(event, type);
        return;
    }
  };
}
