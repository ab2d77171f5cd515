import type { ChatHistory } from "@/lib/chat/chat-history";
import type { ChatMessage } from "@/lib/chat/chat-message";

/** Keeps chats in this process. They end with it; beyond `maxChats` the one written to the longest ago goes. */
export class MemoryChatHistory implements ChatHistory {
  readonly #maxChats: number;
  readonly #chats = new Map<string, readonly ChatMessage[]>();

  constructor({ maxChats }: { readonly maxChats: number }) {
    this.#maxChats = maxChats;
  }

  async load(chatId: string): Promise<readonly ChatMessage[] | null> {
    return this.#chats.get(chatId) ?? null;
  }

  async replace(chatId: string, messages: readonly ChatMessage[]): Promise<void> {
    this.#chats.delete(chatId);
    this.#chats.set(chatId, messages);
    for (const oldest of this.#chats.keys()) {
      if (this.#chats.size <= this.#maxChats) break;
      this.#chats.delete(oldest);
    }
  }

  async save(chatId: string, message: ChatMessage): Promise<void> {
    const messages = [...(this.#chats.get(chatId) ?? [])];
    const index = messages.findIndex(({ id }) => id === message.id);
    if (index === -1) messages.push(message);
    else messages[index] = message;
    await this.replace(chatId, messages);
  }
}
