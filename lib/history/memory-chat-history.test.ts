import { describe, expect, it } from "vitest";
import { MemoryChatHistory } from "./memory-chat-history";
import { describeChatHistory } from "./testing/chat-history-contract";

describeChatHistory("MemoryChatHistory", async () => new MemoryChatHistory({ maxChats: 10 }));

describe("MemoryChatHistory", () => {
  it("forgets the chat that was written to the longest ago when there are too many", async () => {
    const history = new MemoryChatHistory({ maxChats: 2 });
    for (const chatId of ["a", "b", "a", "c"]) await history.replace(chatId, []);
    expect(await history.load("b")).toBeNull();
    expect(await history.load("a")).toEqual([]);
    expect(await history.load("c")).toEqual([]);
  });
});
