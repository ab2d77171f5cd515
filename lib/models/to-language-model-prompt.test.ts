import { describe, expect, it } from "vitest";
import type { AssistantMessage, MessagePart, ToolPart } from "@/lib/chat/chat-message";
import { toContinuation } from "./model-continuation";
import { modelRequest } from "./testing/upstream-model";
import { toLanguageModelPrompt } from "./to-language-model-prompt";

const text = (value: string): MessagePart => ({ type: "text", text: value });

function tool(toolCallId: string, result?: ToolPart["result"]): ToolPart {
  const part: ToolPart = { type: "tool", toolCallId, toolName: "calculator", input: { n: 1 } };
  return result === undefined ? part : { ...part, result };
}

function assistant(...parts: readonly MessagePart[]): AssistantMessage {
  return { role: "assistant", id: "a1", parts };
}

function promptOf(message: AssistantMessage) {
  return toLanguageModelPrompt(modelRequest({ messages: [message] }));
}

const call = (toolCallId: string) => {
  return { type: "tool-call", toolCallId, toolName: "calculator", input: { n: 1 } };
};
const result = (toolCallId: string, output: object) => {
  return { type: "tool-result", toolCallId, toolName: "calculator", output };
};

describe("toLanguageModelPrompt", () => {
  it("begins with the instructions, if there are any", () => {
    const user = { role: "user", content: [{ type: "text", text: "안녕" }] };
    const prompts = ["짧게", "", null].map((system) =>
      toLanguageModelPrompt(modelRequest({ system })),
    );
    expect(prompts).toEqual([[{ role: "system", content: "짧게" }, user], [user], [user]]);
  });

  it("shows earlier answers without their reasoning", () => {
    expect(promptOf(assistant({ type: "reasoning", text: "음" }, text("네")))).toEqual([
      { role: "assistant", content: [{ type: "text", text: "네" }] },
    ]);
  });

  it("leaves out an answer in which nothing was said", () => {
    expect(promptOf(assistant())).toEqual([]);
    expect(promptOf(assistant({ type: "reasoning", text: "음" }))).toEqual([]);
  });

  it("takes an answer apart into the steps in which it was made", () => {
    const done = { output: 3, isError: false };
    const message = assistant(text("계산"), tool("c1", done), tool("c2", done), text("3이에요"));
    const json = { type: "json", value: 3 };
    expect(promptOf(message)).toEqual([
      { role: "assistant", content: [{ type: "text", text: "계산" }, call("c1"), call("c2")] },
      { role: "tool", content: [result("c1", json), result("c2", json)] },
      { role: "assistant", content: [{ type: "text", text: "3이에요" }] },
    ]);
  });

  it("shows a tool's failure as one", () => {
    const [, answer] = promptOf(assistant(tool("c1", { output: "안 돼요", isError: true })));
    expect(answer).toEqual({
      role: "tool",
      content: [result("c1", { type: "error-text", value: "안 돼요" })],
    });
  });

  it("gives a call that was never answered an answer", () => {
    const [, answer] = promptOf(assistant(tool("c1")));
    expect(answer).toMatchObject({
      content: [result("c1", { type: "error-text", value: "The tool did not answer." })],
    });
  });

  it("ends with the steps of this run, word for word", () => {
    const content = [{ type: "text" as const, text: "계산" }];
    const toolResults = [
      {
        type: "tool_result" as const,
        toolCallId: "c1",
        toolName: "calculator",
        output: { n: 2 },
        isError: false,
      },
    ];
    const turns = [{ assistant: toContinuation(content), toolResults }];
    expect(toLanguageModelPrompt(modelRequest({ turns })).slice(1)).toEqual([
      { role: "assistant", content },
      { role: "tool", content: [result("c1", { type: "json", value: { n: 2 } })] },
    ]);
  });
});
