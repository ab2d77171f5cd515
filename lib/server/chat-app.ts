import "server-only";
import type { Logger } from "pino";
import type { ChatEvent } from "@/lib/chat/chat-events";
import type { ChatModels } from "@/lib/chat/chat-model";
import { ChatService } from "@/lib/chat/chat-service";
import { EventBus } from "@/lib/events/event-bus";
import { RunCounters } from "@/lib/events/run-counters";
import { logCounters } from "@/lib/events/log-counters";
import { createRunLogger } from "@/lib/events/run-logger";
import { calculator } from "@/lib/tools/calculator";
import { createCurrentTime } from "@/lib/tools/current-time";
import { createId } from "./create-id";
import { createModels } from "./create-models";
import { EnvError, parseEnv, type Env } from "./env";
import { createLogger } from "./logger";
import { openStorage, type Storage } from "./open-storage";
import { readSessionSecret } from "./session-secret";
import { Sessions } from "./sessions";

export interface ChatApp {
  readonly env: Env;
  readonly service: ChatService;
  readonly models: ChatModels;
  readonly sessions: Sessions;
  readonly logger: Logger;
}

/** The composition root: who plugs into whom is decided here and nowhere else. */
async function createChatApp(env: Env): Promise<ChatApp> {
  const logger = createLogger(env);
  const { storage, secret } = await openData(env, logger);
  const counters = new RunCounters();
  const bus = new EventBus<ChatEvent>({
    onSubscriberError: (error) => logger.error({ err: error }, "event-subscriber-failed"),
  });
  bus.subscribe(counters.count);
  bus.subscribe(createRunLogger(logger));
  logCounters(counters, logger);

  const models = createModels(env);
  const service = new ChatService({
    models,
    tools: [calculator, createCurrentTime({ now: () => new Date() })],
    ...storage,
    publish: (event) => bus.publish(event),
    defaults: {
      system: env.SYSTEM_PROMPT ?? null,
      temperature: env.TEMPERATURE,
      maxOutputTokens: env.MAX_OUTPUT_TOKENS,
      maxSteps: 8,
      toolTimeoutMs: 10_000,
    },
    createId,
  });
  return { env, service, models, logger, sessions: new Sessions(secret) };
}

const FOLDER_ERRORS = new Set([
  "EACCES",
  "EPERM",
  "EEXIST",
  "ENOTDIR",
  "EROFS",
  "ENOSPC",
  "ENOENT",
]);

async function openData(env: Env, logger: Logger): Promise<{ storage: Storage; secret: string }> {
  try {
    const secret = env.SESSION_SECRET ?? (await readSessionSecret(env.DATA_DIR));
    return { storage: await openStorage(env, logger), secret };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!FOLDER_ERRORS.has(code)) throw error;
    const sentence = `DATA_DIR: the folder can't be used for data (${code}).`;
    throw new EnvError(sentence, { cause: error });
  }
}

/** Next evaluates this module once for pages and once for routes; the app must be one. */
const holder = globalThis as typeof globalThis & { yeoulChatApp?: Promise<ChatApp> };

/** Opened when first needed, once a process. Rejects with an `EnvError` when it is set up wrongly. */
export function getChatApp(): Promise<ChatApp> {
  holder.yeoulChatApp ??= openChatApp();
  return holder.yeoulChatApp;
}

async function openChatApp(): Promise<ChatApp> {
  try {
    return await createChatApp(parseEnv(process.env));
  } catch (error) {
    delete holder.yeoulChatApp;
    throw error;
  }
}
