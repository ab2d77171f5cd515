import type { LanguageModelV4Prompt } from "@ai-sdk/provider";
import type { ModelContinuation } from "@/lib/chat/chat-model";

type AssistantContent = Extract<LanguageModelV4Prompt[number], { role: "assistant" }>["content"];

export function toContinuation(content: AssistantContent): ModelContinuation {
  return { modelContinuation: content };
}

/** The counterpart of `toContinuation`; nothing else makes continuations for these models. */
export function readContinuation(continuation: ModelContinuation): AssistantContent {
  return continuation.modelContinuation as AssistantContent;
}
