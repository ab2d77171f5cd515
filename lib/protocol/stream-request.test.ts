import { describe, expect, it } from "vitest";
import { ChatError } from "@/lib/chat/chat-error";
import { parseAnswerBody } from "./answer-request";
import { LIMITS } from "./limits";
import { parseStreamBody, parseStreamQuery } from "./stream-request";

const IDENTITY = { requestId: "r1", ownerId: "guest1", createId: () => "new" };
const UI_MESSAGE = { id: "u1", role: "user", parts: [{ type: "text", text: "안녕" }] };

function parse(body: unknown) {
  return parseStreamBody(body, IDENTITY).start;
}

function errorOf(parseInput: () => unknown): ChatError {
  try {
    parseInput();
  } catch (error) {
    if (error instanceof ChatError) return error;
    throw error;
  }
  throw new Error("It was accepted.");
}

describe("the simple shape", () => {
  it("becomes a run outside of chats", () => {
    const history = [
      { role: "user", content: "1" },
      { role: "assistant", content: "2" },
    ];
    expect(parse({ message: "안녕", history, system: "Be brief." })).toMatchObject({
      requestId: "r1",
      chatId: null,
      userMessage: { role: "user", parts: [{ type: "text", text: "안녕" }] },
      previousMessages: [{ role: "user" }, { role: "assistant" }],
      system: "Be brief.",
      model: null,
      temperature: null,
    });
  });

  it("comes as a query, too", () => {
    const query = new URLSearchParams({
      message: "안녕",
      history: '[{"role":"user","content":"1"}]',
      temperature: "0",
      maxTokens: "5",
    });
    expect(parseStreamQuery(query, IDENTITY).start).toMatchObject({
      previousMessages: [{ role: "user", parts: [{ text: "1" }] }],
      temperature: 0,
      maxOutputTokens: 5,
    });
  });

  it("makes well-formed text of half surrogate pairs", () => {
    expect(parse({ message: "a\uD83D" }).userMessage.parts).toEqual([
      { type: "text", text: "a\uFFFD" },
    ]);
  });

  it.each([
    ["no message", {}, "message is required"],
    ["an empty message", { message: "" }, "message is required"],
    ["a blank message", { message: " \n\u3000" }, "message is required"],
    ["a message that is a number", { message: 7 }, "message"],
    ["a message that is null", { message: null }, "message"],
    ["a message that is too long", { message: "a".repeat(LIMITS.messageLength + 1) }, "message"],
    [
      "an unknown role",
      { message: "a", history: [{ role: "god", content: "" }] },
      "history.0.role",
    ],
    ["a history that is a string", { message: "a", history: "[]" }, "history"],
    [
      "a history that is too long",
      {
        message: "a",
        history: Array.from({ length: 1_001 }, () => ({ role: "user", content: "" })),
      },
      "history",
    ],
    ["a temperature out of bounds", { message: "a", temperature: 2.1 }, "temperature"],
    ["a temperature as text", { message: "a", temperature: "1" }, "temperature"],
    ["too many tokens", { message: "a", maxTokens: 1_000_000 }, "maxTokens"],
    ["half a token", { message: "a", maxTokens: 0.5 }, "maxTokens"],
    ["a chat id with a slash", { message: "a", chatId: "a/b" }, "chatId"],
    ["a chat id of dots", { message: "a", chatId: ".." }, "chatId"],
    ["null", null, "Invalid input"],
    ["an array", [], "Invalid input"],
    ["text", "안녕", "Invalid input"],
  ])("is refused with %s", (_name, body, message) => {
    const error = errorOf(() => parse(body));
    expect(error.code).toBe("invalid-request");
    expect(error.message).toContain(message);
  });

  it.each([
    ["is not JSON", "[{", "history is not valid JSON"],
    ["is no array", "{}", "history"],
    ["has an unknown role", '[{"role":"system","content":"a"}]', "history.0.role"],
  ])("is refused when the query's history %s", (_name, history, message) => {
    const query = new URLSearchParams({ message: "a", history });
    expect(errorOf(() => parseStreamQuery(query, IDENTITY)).message).toContain(message);
  });

  it("is refused when a number in the query is none", () => {
    const query = new URLSearchParams({ message: "a", temperature: " " });
    expect(errorOf(() => parseStreamQuery(query, IDENTITY)).message).toContain("temperature");
  });
});

describe("the AI SDK's shape", () => {
  it("carries all messages", () => {
    const parts = [
      { type: "step-start" },
      { type: "reasoning", text: "흠", state: "done" },
      { type: "tool-calculator", toolCallId: "c1", state: "output-available", input: 1, output: 2 },
      {
        type: "dynamic-tool",
        toolName: "x",
        toolCallId: "c2",
        state: "output-error",
        errorText: "no",
      },
      { type: "text", text: "2", state: "done" },
    ];
    const messages = [
      { ...UI_MESSAGE, id: "u0" },
      { id: "a0", role: "assistant", parts, metadata: { state: "completed" } },
      UI_MESSAGE,
    ];
    const start = parse({ id: "chat1", messages, trigger: "submit-message" });
    expect(start).toMatchObject({
      chatId: "chat1",
      isRegeneration: false,
      userMessage: { id: "u1" },
    });
    expect(start.previousMessages?.[1]?.parts).toEqual([
      { type: "reasoning", text: "흠" },
      {
        type: "tool",
        toolCallId: "c1",
        toolName: "calculator",
        input: 1,
        result: { output: 2, isError: false },
      },
      {
        type: "tool",
        toolCallId: "c2",
        toolName: "x",
        input: null,
        result: { output: "no", isError: true },
      },
      { type: "text", text: "2" },
    ]);
  });

  it("carries only the newest message of a chat that is held here", () => {
    expect(parse({ id: "chat1", message: UI_MESSAGE })).toMatchObject({
      chatId: "chat1",
      previousMessages: null,
      userMessage: { id: "u1" },
    });
  });

  it.each([
    ["a regeneration", { trigger: "regenerate-message", messageId: "a1" }, true],
    ["an edited message", { trigger: "submit-message", messageId: "u1" }, true],
    ["a message sent again", { trigger: "submit-message" }, false],
  ])("tells %s from the others", (_name, fields, isRegeneration) => {
    const start = parse({ id: "chat1", messages: [UI_MESSAGE], ...fields });
    expect(start.isRegeneration).toBe(isRegeneration);
  });

  it("makes the system prompt of system messages", () => {
    const system = { id: "s1", role: "system", parts: [{ type: "text", text: "Rhyme." }] };
    const start = parse({ id: "chat1", messages: [system, UI_MESSAGE] });
    expect(start).toMatchObject({ system: "Rhyme.", previousMessages: [] });
  });

  it("says which part it does not take", () => {
    const parts = [{ type: "file", mediaType: "image/png", url: "data:image/png;base64,AA==" }];
    const body = { id: "c", messages: [{ ...UI_MESSAGE, parts: [...UI_MESSAGE.parts, ...parts] }] };
    expect(errorOf(() => parse(body)).message).toBe(
      "messages.0.parts.1.type: this kind of part is not supported",
    );
  });

  it.each([
    ["no messages", { id: "c", messages: [] }],
    ["an unknown role", { id: "c", messages: [{ ...UI_MESSAGE, role: "god" }] }],
    ["a message without parts", { id: "c", messages: [{ id: "u1", role: "user" }] }],
    ["a blank message", { messages: [{ ...UI_MESSAGE, parts: [{ type: "text", text: " " }] }] }],
    ["an unknown part", { id: "c", messages: [{ ...UI_MESSAGE, parts: [{ type: "spell" }] }] }],
    ["an answer at the end", { id: "c", messages: [{ ...UI_MESSAGE, role: "assistant" }] }],
    ["an unknown trigger", { id: "c", messages: [UI_MESSAGE], trigger: "magic" }],
    ["an id that is a number", { id: 7, messages: [UI_MESSAGE] }],
    ["messages that are text", { id: "c", messages: "안녕" }],
  ])("is refused with %s", (_name, body) => {
    expect(errorOf(() => parse(body)).code).toBe("invalid-request");
  });
});

describe("a question", () => {
  it("becomes a run", () => {
    const start = parseAnswerBody({ question: "안녕?", system: "Rhyme." }, IDENTITY);
    expect(start).toMatchObject({ userMessage: { parts: [{ text: "안녕?" }] }, system: "Rhyme." });
  });

  it("may have the simple shape", () => {
    expect(parseAnswerBody({ message: "안녕?" }, IDENTITY).userMessage.parts).toMatchObject([
      { text: "안녕?" },
    ]);
  });

  it.each([{ question: "" }, { question: "  " }, {}])("is required: %o", (body) => {
    expect(errorOf(() => parseAnswerBody(body, IDENTITY))).toMatchObject({
      code: "invalid-request",
      message: "question is required",
    });
  });
});

describe("the format that a client expects", () => {
  it.each([
    [{ id: "c", messages: [UI_MESSAGE] }, "ui"],
    [{ id: "c", message: UI_MESSAGE }, "ui"],
    [{ message: "안녕" }, "simple"],
  ])("follows from its body: %j", (body, format) => {
    expect(parseStreamBody(body, IDENTITY).defaultFormat).toBe(format);
  });
});
