import type { ChatMessage } from "./chat-message";

/** Where chats and their messages are read. What is said gets there with its run (`StreamLog`). */
export interface ChatHistory {
  /** The conversation, oldest first. `null` when the chat is unknown. */
  load(chatId: string): Promise<StoredChat | null>;
}

export interface StoredChat {
  readonly id: string;
  readonly ownerId: string | null;
  readonly title: string | null;
  readonly messages: readonly ChatMessage[];
}
