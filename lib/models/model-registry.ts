import type { ChatModel, ChatModels } from "@/lib/chat/chat-model";

/** Looks models up by name in several places; where two have the same name, the earlier one counts. */
export class ModelRegistry implements ChatModels {
  readonly #sources: readonly (() => Promise<readonly ChatModel[]>)[];

  /** In the order of preference: the first model of the first source that has one is the default. */
  constructor(sources: readonly (() => Promise<readonly ChatModel[]>)[]) {
    this.#sources = sources;
  }

  async list(): Promise<readonly ChatModel[]> {
    const models = new Map<string, ChatModel>();
    for (const source of await Promise.all(this.#sources.map((list) => list()))) {
      for (const model of source) if (!models.has(model.id)) models.set(model.id, model);
    }
    return [...models.values()];
  }

  async find(id: string | null): Promise<ChatModel | null> {
    const models = await this.list();
    return (id === null ? models[0] : models.find((model) => model.id === id)) ?? null;
  }
}
