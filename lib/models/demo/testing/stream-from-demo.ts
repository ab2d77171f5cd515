import type {
  JSONValue,
  LanguageModelV4CallOptions,
  LanguageModelV4Prompt,
  LanguageModelV4StreamPart,
} from "@ai-sdk/provider";
import { createDemoModel } from "../demo-model";

export const instantDemoModel = createDemoModel({ tokensPerSecond: 0, firstTokenDelayMs: 0 });

const TOOLS: NonNullable<LanguageModelV4CallOptions["tools"]> = [
  { type: "function", name: "calculator", inputSchema: { type: "object" } },
  { type: "function", name: "current_time", inputSchema: { type: "object" } },
];

export function asking(text: string): LanguageModelV4Prompt {
  return [
    { role: "system", content: "You are a helpful assistant." },
    { role: "user", content: [{ type: "text", text }] },
  ];
}

export async function streamFromDemo(
  text: string,
  options: Partial<LanguageModelV4CallOptions> = {},
): Promise<LanguageModelV4StreamPart[]> {
  const result = await instantDemoModel.doStream({
    prompt: asking(text),
    tools: TOOLS,
    ...options,
  });
  return Array.fromAsync(result.stream);
}

export function textOf(parts: readonly LanguageModelV4StreamPart[]): string {
  return parts.map((part) => (part.type === "text-delta" ? part.delta : "")).join("");
}

export function tokensOf(parts: readonly LanguageModelV4StreamPart[]): readonly string[] {
  return parts.flatMap((part) => (part.type === "text-delta" ? [part.delta] : []));
}

export function toolCallsOf(parts: readonly LanguageModelV4StreamPart[]) {
  return parts.flatMap((part) => (part.type === "tool-call" ? [part] : []));
}

/** The next step of the run: the tools have answered the calls of the last one. */
export function answered(
  text: string,
  calls: ReturnType<typeof toolCallsOf>,
  output: { type: "json"; value: JSONValue } | { type: "error-text"; value: string },
): LanguageModelV4Prompt {
  return [
    ...asking(text),
    {
      role: "assistant",
      content: calls.map(({ toolCallId, toolName, input }) => {
        return { type: "tool-call", toolCallId, toolName, input: JSON.parse(input) };
      }),
    },
    {
      role: "tool",
      content: calls.map(({ toolCallId, toolName }) => {
        return { type: "tool-result", toolCallId, toolName, output };
      }),
    },
  ];
}
