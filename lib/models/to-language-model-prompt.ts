import type { LanguageModelV4Prompt } from "@ai-sdk/provider";
import type { ChatMessage, MessagePart, ToolPart } from "@/lib/chat/chat-message";
import type { ModelRequest } from "@/lib/chat/chat-model";
import { toText, type JsonValue } from "@/lib/chat/json";
import { readContinuation } from "./model-continuation";

type PromptMessage = LanguageModelV4Prompt[number];
type AssistantContent = Extract<PromptMessage, { role: "assistant" }>["content"];
type ToolContent = Extract<PromptMessage, { role: "tool" }>["content"];

/** Reasoning of earlier answers is not shown again: providers take it back from the same run only. */
export function toLanguageModelPrompt(request: ModelRequest): LanguageModelV4Prompt {
  const { system, messages, turns } = request;
  const prompt: PromptMessage[] = [];
  if (system !== null && system !== "") prompt.push({ role: "system", content: system });
  for (const message of messages) prompt.push(...toPromptMessages(message));
  for (const { assistant, toolResults } of turns) {
    prompt.push({ role: "assistant", content: readContinuation(assistant) });
    prompt.push({ role: "tool", content: toolResults.map(toToolResult) });
  }
  return prompt;
}

function toPromptMessages(message: ChatMessage): PromptMessage[] {
  if (message.role === "user") {
    const content = message.parts.map(({ text }) => ({ type: "text" as const, text }));
    return [{ role: "user", content }];
  }
  return splitIntoSteps(message.parts).flatMap(toStepMessages);
}

/** A step is text and then tool calls; text after a tool call was said in the next step. */
function splitIntoSteps(parts: readonly MessagePart[]): readonly (readonly MessagePart[])[] {
  const steps: MessagePart[][] = [];
  let previous: MessagePart | undefined;
  for (const part of parts) {
    const isNewStep = previous === undefined || (previous.type === "tool" && part.type !== "tool");
    if (isNewStep) steps.push([part]);
    else steps.at(-1)?.push(part);
    previous = part;
  }
  return steps;
}

function toStepMessages(parts: readonly MessagePart[]): PromptMessage[] {
  const content: AssistantContent = [];
  const results: ToolContent = [];
  for (const part of parts) {
    if (part.type === "text") content.push({ type: "text", text: part.text });
    if (part.type !== "tool") continue;
    const { toolCallId, toolName, input } = part;
    content.push({ type: "tool-call", toolCallId, toolName, input });
    results.push(toToolResult(toAnswered(part)));
  }
  const messages: PromptMessage[] = [];
  if (content.length > 0) messages.push({ role: "assistant", content });
  if (results.length > 0) messages.push({ role: "tool", content: results });
  return messages;
}

/** Providers reject a call without a result. */
function toAnswered({ toolCallId, toolName, result }: ToolPart): ToolAnswer {
  const answer = result ?? { output: "The tool did not answer.", isError: true };
  return { toolCallId, toolName, ...answer };
}

interface ToolAnswer {
  readonly toolCallId: string;
  readonly toolName: string;
  readonly output: JsonValue;
  readonly isError: boolean;
}

function toToolResult({ toolCallId, toolName, output, isError }: ToolAnswer): ToolContent[number] {
  return {
    type: "tool-result",
    toolCallId,
    toolName,
    output: isError
      ? { type: "error-text", value: toText(output) }
      : { type: "json", value: output as Extract<JsonValue, string> },
  };
}
