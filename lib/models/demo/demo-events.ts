import type { LanguageModelV4FinishReason, LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { createDemoFailure } from "./demo-failure";
import type { DemoScript } from "./demo-script";
import { estimateTokens, toUsage } from "./demo-usage";

export type DemoEvent =
  | {
      readonly type: "part";
      readonly part: LanguageModelV4StreamPart;
      /** True for what a model takes time to make. */
      readonly isToken: boolean;
    }
  | { readonly type: "silence"; readonly ms: number }
  | { readonly type: "cut" };

type FinishReason = LanguageModelV4FinishReason["unified"];

export interface DemoCall {
  readonly modelId: string;
  readonly promptTokens: number;
  readonly maxTokens: number;
}

/** A script as the parts of a language model's stream. After a `cut` nothing follows. */
export function* readDemoEvents(script: DemoScript, call: DemoCall): Generator<DemoEvent, void> {
  const { modelId } = call;
  yield part({ type: "stream-start", warnings: [] });
  yield part({
    type: "response-metadata",
    id: `demo-${crypto.randomUUID()}`,
    timestamp: new Date(),
    modelId,
  });
  const count = { text: 0, reasoning: 0 };
  const finishReason = yield* readContent(script, call.maxTokens, count);
  if (finishReason === "cut") return;
  yield part({
    type: "finish",
    finishReason: { unified: finishReason, raw: finishReason },
    usage: toUsage(call.promptTokens, count),
  });
}

function* readContent(
  script: DemoScript,
  maxTokens: number,
  count: { text: number; reasoning: number },
): Generator<DemoEvent, FinishReason | "cut"> {
  let open: { readonly type: "text" | "reasoning"; readonly id: string } | null = null;
  let blocks = 0;
  let finishReason: FinishReason = "stop";

  for (const step of script.steps) {
    if (step.type === "silence") {
      yield step;
      continue;
    }
    if (step.type === "cut") {
      yield step;
      return "cut";
    }
    if (open !== null && open.type !== step.type && step.type !== "failure") {
      yield part({ type: `${open.type}-end`, id: open.id });
      open = null;
    }
    if (step.type === "failure") {
      yield part({ type: "error", error: createDemoFailure() });
      finishReason = "error";
      break;
    }
    if (step.type === "tool-call") {
      const input = JSON.stringify(step.input);
      count.text += estimateTokens(input);
      yield* readToolCall(step.toolName, input);
      finishReason = "tool-calls";
      continue;
    }
    if (open === null) {
      blocks += 1;
      open = { type: step.type, id: `${step.type}-${blocks}` };
      yield part({ type: `${open.type}-start`, id: open.id });
    }
    for (const delta of step.tokens) {
      if (count.text + count.reasoning >= maxTokens) {
        yield part({ type: `${open.type}-end`, id: open.id });
        return "length";
      }
      count[open.type] += 1;
      yield part({ type: `${open.type}-delta`, id: open.id, delta }, true);
    }
  }
  if (open !== null) yield part({ type: `${open.type}-end`, id: open.id });
  return finishReason;
}

function* readToolCall(toolName: string, input: string): Generator<DemoEvent, void> {
  const toolCallId = `call_${crypto.randomUUID()}`;
  yield part({ type: "tool-input-start", id: toolCallId, toolName });
  yield part({ type: "tool-input-delta", id: toolCallId, delta: input }, true);
  yield part({ type: "tool-input-end", id: toolCallId });
  yield part({ type: "tool-call", toolCallId, toolName, input });
}

function part(streamPart: LanguageModelV4StreamPart, isToken = false): DemoEvent {
  return { type: "part", part: streamPart, isToken };
}
