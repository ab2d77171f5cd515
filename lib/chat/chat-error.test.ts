import { describe, expect, it, vi } from "vitest";
import { ChatError, isChatError, toChatError } from "./chat-error";

describe("toChatError", () => {
  it("knows a ChatError of another copy of its module", async () => {
    vi.resetModules();
    const copy = await import("./chat-error");
    const error = new copy.ChatError("not-found", "There is no such run.");
    expect(copy.ChatError).not.toBe(ChatError);
    expect(isChatError(error)).toBe(true);
    expect(toChatError(error)).toBe(error);
  });

  it("hides what any other error says, and keeps it as the cause", () => {
    const cause = new TypeError("secret");
    const error = toChatError(cause);
    expect(error).toMatchObject({ code: "internal", cause });
    expect(error.message).not.toContain("secret");
  });
});
