import type { LanguageModelV4Prompt, LanguageModelV4Usage } from "@ai-sdk/provider";

const BYTES_PER_TOKEN = 4;

/** The demo has no tokenizer for what it is sent, so this is a rule of thumb. */
export function estimateTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / BYTES_PER_TOKEN);
}

export function estimatePromptTokens(prompt: LanguageModelV4Prompt): number {
  return prompt
    .map(({ content }) => (typeof content === "string" ? [content] : content.map(textOf)))
    .reduce((sum, texts) => sum + estimateTokens(texts.join("")), 0);
}

export function toUsage(
  inputTokens: number,
  output: { readonly text: number; readonly reasoning: number },
): LanguageModelV4Usage {
  return {
    inputTokens: { total: inputTokens, noCache: inputTokens, cacheRead: 0, cacheWrite: 0 },
    outputTokens: { total: output.text + output.reasoning, ...output },
  };
}

type PromptPart = Exclude<LanguageModelV4Prompt[number]["content"], string>[number];

function textOf(part: PromptPart): string {
  if (part.type === "text" || part.type === "reasoning") return part.text;
  if (part.type === "tool-call") return JSON.stringify(part.input);
  if (part.type === "tool-result") return JSON.stringify(part.output);
  return "";
}
