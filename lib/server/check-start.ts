import { getChatApp } from "./chat-app";
import { EnvError, listIneffective } from "./env";

/** A server that is set up wrongly says so in a sentence and does not start. */
export async function checkStart(): Promise<void> {
  try {
    const { env, logger } = await getChatApp();
    const ineffective = listIneffective(env);
    if (ineffective.length > 0) {
      logger.warn({ variables: ineffective }, "these variables have no effect in this version");
    }
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
