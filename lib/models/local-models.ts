import type { ChatModel } from "@/lib/chat/chat-model";
import { listServerModels } from "./list-server-models";
import { createOpenAiModels, type OpenAiModelsOptions } from "./openai-models";

export interface LocalServer {
  readonly name: string;
  /** Such as `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string;
}

/** Where Ollama and LM Studio listen unless told otherwise. */
export const LOCAL_SERVERS: readonly LocalServer[] = [
  { name: "Ollama", baseUrl: "http://127.0.0.1:11434/v1" },
  { name: "LM Studio", baseUrl: "http://127.0.0.1:1234/v1" },
];

const PROBE_TIMEOUT_MS = 500;
const CACHE_MS = 30_000;

/** The models of servers that run on this machine, looked for again now and then. */
export class LocalModels {
  readonly #servers: readonly LocalServer[];
  readonly #options: Pick<OpenAiModelsOptions, "connectTimeoutMs" | "patience">;
  #cached: { readonly models: Promise<readonly ChatModel[]>; readonly atMs: number } | null = null;

  constructor(
    servers: readonly LocalServer[],
    options: Pick<OpenAiModelsOptions, "connectTimeoutMs" | "patience">,
  ) {
    this.#servers = servers;
    this.#options = options;
  }

  list(): Promise<readonly ChatModel[]> {
    if (this.#cached === null || Date.now() - this.#cached.atMs > CACHE_MS) {
      this.#cached = { models: this.#probe(), atMs: Date.now() };
    }
    return this.#cached.models;
  }

  async #probe(): Promise<readonly ChatModel[]> {
    const found = await Promise.all(
      this.#servers.map(async ({ baseUrl }) => {
        const models = await listServerModels(baseUrl, { timeoutMs: PROBE_TIMEOUT_MS });
        return createOpenAiModels({
          ...this.#options,
          apiKey: null,
          baseUrl,
          api: "chat",
          models: models ?? [],
        });
      }),
    );
    return found.flat();
  }
}
