import type { LanguageModelV4CallOptions, LanguageModelV4Prompt } from "@ai-sdk/provider";

export type DemoLanguage = "ko" | "en";

export interface DemoToolResult {
  readonly toolName: string;
  readonly input: unknown;
  readonly output: unknown;
  readonly isError: boolean;
}

/** What the demo model looks at: the last user message and what tools have answered since. */
export interface DemoConversation {
  readonly text: string;
  readonly language: DemoLanguage;
  readonly toolResults: readonly DemoToolResult[];
  readonly callableTools: ReadonlySet<string>;
}

const HANGUL = /\p{Script=Hangul}/u;

export function toDemoConversation(options: LanguageModelV4CallOptions): DemoConversation {
  const { prompt, tools = [], toolChoice } = options;
  const lastUserIndex = prompt.findLastIndex(({ role }) => role === "user");
  const text = userText(prompt[lastUserIndex]);
  return {
    text,
    language: HANGUL.test(text) ? "ko" : "en",
    toolResults: readToolResults(prompt.slice(lastUserIndex + 1)),
    callableTools: new Set(toolChoice?.type === "none" ? [] : tools.map(({ name }) => name)),
  };
}

function userText(message: LanguageModelV4Prompt[number] | undefined): string {
  if (message?.role !== "user") return "";
  return message.content.map((part) => (part.type === "text" ? part.text : "")).join("");
}

function readToolResults(messages: LanguageModelV4Prompt): readonly DemoToolResult[] {
  const inputs = new Map<string, unknown>();
  const results: DemoToolResult[] = [];
  for (const { role, content } of messages) {
    if (role !== "assistant" && role !== "tool") continue;
    for (const part of content) {
      if (part.type === "tool-call") inputs.set(part.toolCallId, part.input);
      if (part.type !== "tool-result") continue;
      const { toolCallId, toolName, output } = part;
      const isError = output.type.startsWith("error") || output.type === "execution-denied";
      const value = output.type === "execution-denied" ? output.reason : output.value;
      results.push({ toolName, input: inputs.get(toolCallId), output: value, isError });
    }
  }
  return results;
}
