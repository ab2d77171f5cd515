import type { Kysely } from "kysely";
import type { ChatHistory, StoredChat } from "@/lib/chat/chat-history";
import type { DatabaseSchema } from "@/lib/database/schema";
import { readBranch } from "./message-rows";

/** Chats in a SQL database. */
export class SqlChatHistory implements ChatHistory {
  readonly #database: Kysely<DatabaseSchema>;

  constructor(database: Kysely<DatabaseSchema>) {
    this.#database = database;
  }

  async load(chatId: string): Promise<StoredChat | null> {
    const chat = await this.#database
      .selectFrom("chats")
      .select(["id", "owner_id", "title", "head_id"])
      .where("id", "=", chatId)
      .executeTakeFirst();
    if (chat === undefined) return null;
    const { id, owner_id: ownerId, title, head_id: headId } = chat;
    const messages = headId === null ? [] : await readBranch(this.#database, id, headId);
    return { id, ownerId, title, messages };
  }
}
