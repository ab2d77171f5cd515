import { describeError } from "@/lib/events/describe-error";
import { getChatApp } from "./chat-app";
import { EnvError, listIneffective } from "./env";

/** A server that is set up wrongly, or can't keep data, says so in a sentence and does not start. */
export async function checkStart(): Promise<void> {
  try {
    const { env, logger } = await getChatApp();
    const ineffective = listIneffective(env);
    if (ineffective.length > 0) {
      logger.warn({ variables: ineffective }, "these variables have no effect in this version");
    }
  } catch (error) {
    process.stderr.write(`${toSentence(error)}\n`);
    process.exit(1);
  }
}

function toSentence(error: unknown): string {
  if (error instanceof EnvError) return error.message;
  const { name, message = name } = describeError(error, { withContent: false });
  return `The server can't start: ${message}`;
}
