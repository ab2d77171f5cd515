import type { ChatMessage } from "./chat-message";

/** Where chats and their messages are kept. */
export interface ChatHistory {
  /** In order. `null` when the chat is unknown. */
  load(chatId: string): Promise<readonly ChatMessage[] | null>;
  /** Keeps the chat's messages up to now; they replace what was kept before. */
  replace(chatId: string, messages: readonly ChatMessage[]): Promise<void>;
  /** Adds a message at the end, or puts it in the place of the one with its id. */
  save(chatId: string, message: ChatMessage): Promise<void>;
}
