import type { Logger } from "pino";
import type { ChatEvent } from "@/lib/chat/chat-events";

/** Enough to tell runs apart, too little to read one: a run without an owner is open to its whole id. */
const LOGGED_ID_LENGTH = 8;

/** One structured line for each event worth knowing. Never the user's or the model's words. */
export function createRunLogger(logger: Logger): (event: ChatEvent) => void {
  return (event) => {
    const { type, atMs: _atMs, ...rest } = event;
    const fields = { ...rest, runId: event.runId.slice(0, LOGGED_ID_LENGTH) };
    switch (event.type) {
      case "run-failed":
        logger.warn({ ...fields, error: undefined, err: event.error }, type);
        return;
      case "run-started":
      case "run-finished":
        logger.info(fields, type);
        return;
      case "first-token":
      case "tool-finished":
        logger.debug(fields, type);
        return;
      case "tokens-streamed":
        logger.trace(fields, type);
        return;
    }
  };
}
