import type { Kysely } from "kysely";
import { describe, expect, it } from "vitest";
import type { ChatMessage, UserMessage } from "@/lib/chat/chat-message";
import { insertMessages } from "../message-rows";
import { SqlChatHistory } from "../sql-chat-history";
import type { DatabaseSchema } from "@/lib/database/schema";

function message(id: string, text: string): UserMessage {
  return { role: "user", id, parts: [{ type: "text", text }] };
}

async function keep(
  database: Kysely<DatabaseSchema>,
  chatId: string,
  messages: readonly ChatMessage[],
): Promise<void> {
  const head_id = messages.at(-1)?.id ?? null;
  const chat = { id: chatId, owner_id: "guest1", title: null, created_at: 1, updated_at: 1 };
  await database
    .insertInto("chats")
    .values({ ...chat, head_id })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ head_id }))
    .execute();
  const nodes = messages.map((each, index) => {
    return { message: each, parentId: messages[index - 1]?.id ?? null };
  });
  await insertMessages(database, chatId, nodes, 1);
}

/** What a chat history does, whatever database keeps it. */
export function describeChatHistory(
  name: string,
  openDatabase: () => Promise<Kysely<DatabaseSchema>>,
): void {
  describe(`a chat history on ${name}`, () => {
    it("does not know a chat in which nothing was said", async () => {
      expect(await new SqlChatHistory(await openDatabase()).load("chat1")).toBeNull();
    });

    it("gives messages back in their order, character by character", async () => {
      const database = await openDatabase();
      const messages = [message("b", "안녕"), message("a", "👨‍👩‍👧‍👦\u0000\u2028"), message("c", "각")];
      await keep(database, "chat1", messages);
      expect(await new SqlChatHistory(database).load("chat1")).toEqual({
        id: "chat1",
        ownerId: "guest1",
        title: null,
        messages,
      });
    });

    it("shows the branch that is chosen, and keeps the other", async () => {
      const database = await openDatabase();
      const [a, b, c] = [message("a", "1"), message("b", "2"), message("c", "3")];
      await keep(database, "chat1", [a, b]);
      await keep(database, "chat1", [a, c]);
      expect((await new SqlChatHistory(database).load("chat1"))?.messages).toEqual([a, c]);
      expect(await database.selectFrom("messages").select("id").execute()).toHaveLength(3);
    });

    it("keeps chats apart", async () => {
      const database = await openDatabase();
      await keep(database, "chat1", [message("a", "one")]);
      await keep(database, "chat2", [message("a", "other")]);
      expect((await new SqlChatHistory(database).load("chat1"))?.messages).toEqual([
        message("a", "one"),
      ]);
    });
  });
}
