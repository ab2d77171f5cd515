import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { LanguageModelV4 } from "@ai-sdk/provider";
import type { ChatModel } from "@/lib/chat/chat-model";
import { LanguageModelChatModel } from "./language-model-chat-model";
import type { PatienceLimits } from "./patience";
import { createUpstreamFetch } from "./upstream-fetch";

export interface OpenAiModelsOptions {
  readonly apiKey: string | null;
  /** `null`: OpenAI itself. */
  readonly baseUrl: string | null;
  readonly api: "responses" | "chat";
  readonly models: readonly string[];
  readonly connectTimeoutMs: number;
  readonly patience: PatienceLimits;
}

const OPENAI_BASE_URL = "https://api.openai.com/v1";

/** Nothing that users say is to stay at the provider for longer than the answer takes. */
const PROVIDER_OPTIONS = { openai: { store: false } };

/** The models of OpenAI, or of a server that speaks its language, by their names there. */
export function createOpenAiModels(options: OpenAiModelsOptions): readonly ChatModel[] {
  const createLanguageModel = createLanguageModelFactory(options);
  return options.models.map(
    (id) =>
      new LanguageModelChatModel({
        id,
        label: id,
        isDemo: false,
        languageModel: createLanguageModel(id),
        patience: options.patience,
        providerOptions: options.api === "responses" ? PROVIDER_OPTIONS : {},
      }),
  );
}

function createLanguageModelFactory({
  apiKey,
  baseUrl,
  api,
  connectTimeoutMs,
}: OpenAiModelsOptions): (id: string) => LanguageModelV4 {
  const fetch = createUpstreamFetch({ connectTimeoutMs, hasApiKey: apiKey !== null });
  if (api === "chat" && baseUrl !== null) {
    const compatible = createOpenAICompatible({
      name: "openai-compatible",
      baseURL: baseUrl,
      includeUsage: true,
      fetch,
      ...(apiKey !== null && { apiKey }),
    });
    return (id) => compatible.chatModel(id);
  }
  const openai = createOpenAI({
    apiKey: apiKey ?? "none",
    baseURL: baseUrl ?? OPENAI_BASE_URL,
    fetch,
  });
  return api === "chat" ? (id) => openai.chat(id) : (id) => openai.responses(id);
}
