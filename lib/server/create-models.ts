import type { ChatModel } from "@/lib/chat/chat-model";
import { createDemoModel } from "@/lib/models/demo/demo-model";
import { LanguageModelChatModel } from "@/lib/models/language-model-chat-model";
import { listServerModels } from "@/lib/models/list-server-models";
import { LOCAL_SERVERS, LocalModels } from "@/lib/models/local-models";
import { rememberList } from "@/lib/models/remember-list";
import { ModelRegistry } from "@/lib/models/model-registry";
import { createOpenAiModels } from "@/lib/models/openai-models";
import type { PatienceLimits } from "@/lib/models/patience";
import type { Env } from "./env";

const DEFAULT_OPENAI_MODEL = "gpt-5.4-mini";
/** What servers that hold a single model answer to. */
const ANY_MODEL = "default";
const LIST_TIMEOUT_MS = 3_000;
const LIST_AGAIN_MS = 5_000;

/** What the environment configures; else what runs on this machine; and always the demo, last. */
export function createModels(env: Env): ModelRegistry {
  const patience = {
    firstTokenTimeoutMs: env.FIRST_TOKEN_TIMEOUT_MS,
    idleTimeoutMs: env.IDLE_TIMEOUT_MS,
  };
  const demo = new LanguageModelChatModel({
    id: "demo",
    label: "Demo",
    isDemo: true,
    languageModel: createDemoModel(),
    patience,
  });
  const isConfigured = env.OPENAI_API_KEY !== undefined || env.OPENAI_BASE_URL !== undefined;
  const connectTimeoutMs = env.CONNECT_TIMEOUT_MS;
  const local = new LocalModels(LOCAL_SERVERS, { connectTimeoutMs, patience });
  const source = isConfigured ? createConfiguredSource(env, patience) : () => local.list();
  return new ModelRegistry([source, async () => [demo]]);
}

function createConfiguredSource(
  env: Env,
  patience: PatienceLimits,
): () => Promise<readonly ChatModel[]> {
  const create = (models: readonly string[]) =>
    createOpenAiModels({
      apiKey: env.OPENAI_API_KEY ?? null,
      baseUrl: env.OPENAI_BASE_URL ?? null,
      api: env.OPENAI_API ?? (env.OPENAI_BASE_URL === undefined ? "responses" : "chat"),
      models,
      connectTimeoutMs: env.CONNECT_TIMEOUT_MS,
      patience,
    });
  const { OPENAI_BASE_URL: baseUrl, OPENAI_API_KEY: apiKey, OPENAI_MODELS: names } = env;
  if (names.length > 0 || baseUrl === undefined) {
    const models = create(names.length > 0 ? names : [DEFAULT_OPENAI_MODEL]);
    return async () => models;
  }
  const options = { timeoutMs: LIST_TIMEOUT_MS, ...(apiKey !== undefined && { apiKey }) };
  const fallback = create([ANY_MODEL]);
  return rememberList(
    async () => {
      const found = await listServerModels(baseUrl, options);
      return found === null || found.length === 0 ? null : create(found);
    },
    fallback,
    LIST_AGAIN_MS,
  );
}
