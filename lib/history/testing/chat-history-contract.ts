import { describe, expect, it } from "vitest";
import type { ChatHistory } from "@/lib/chat/chat-history";
import type { ChatMessage } from "@/lib/chat/chat-message";

function message(id: string, text: string): ChatMessage {
  return { role: "user", id, parts: [{ type: "text", text }] };
}

/** What every chat history does, whatever keeps it. */
export function describeChatHistory(name: string, create: () => Promise<ChatHistory>): void {
  describe(`${name} as a chat history`, () => {
    it("does not know a chat in which nothing was said", async () => {
      expect(await (await create()).load("chat1")).toBeNull();
    });

    it("gives messages back in their order", async () => {
      const history = await create();
      await history.replace("chat1", [message("a", "안녕"), message("b", "👋🏽")]);
      await history.save("chat1", message("c", "three"));
      expect(await history.load("chat1")).toEqual([
        message("a", "안녕"),
        message("b", "👋🏽"),
        message("c", "three"),
      ]);
    });

    it("puts a message that is saved again in its place", async () => {
      const history = await create();
      await history.replace("chat1", [message("a", "one"), message("b", "two")]);
      await history.save("chat1", message("a", "uno"));
      expect(await history.load("chat1")).toEqual([message("a", "uno"), message("b", "two")]);
    });

    it("forgets what a replacement leaves out, and keeps chats apart", async () => {
      const history = await create();
      await history.replace("chat1", [message("a", "one"), message("b", "two")]);
      await history.replace("chat2", [message("x", "other")]);
      await history.replace("chat1", [message("a", "one")]);
      expect(await history.load("chat1")).toEqual([message("a", "one")]);
      expect(await history.load("chat2")).toEqual([message("x", "other")]);
    });
  });
}
