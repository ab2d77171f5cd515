import type { LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { describe, expect, it } from "vitest";
import type { ModelStep } from "@/lib/chat/chat-model";
import { StepCollector } from "./step-collector";

type Part = LanguageModelV4StreamPart;
type FinishReason = Extract<Part, { type: "finish" }>["finishReason"];

function finish(unified: FinishReason["unified"], raw: string | undefined = unified): Part {
  return {
    type: "finish",
    finishReason: { unified, raw },
    usage: {
      inputTokens: { total: 3, noCache: 3, cacheRead: 0, cacheWrite: 0 },
      outputTokens: { total: 5, text: 5, reasoning: 0 },
    },
  };
}

type ToolCall = Extract<Part, { type: "tool-call" }>;

function toolCall(input: string, changes: Partial<ToolCall> = {}): Part {
  return { type: "tool-call", toolCallId: "c1", toolName: "calculator", input, ...changes };
}

function collect(parts: readonly Part[]): { chunks: unknown[]; step: ModelStep } {
  const collector = new StepCollector();
  const chunks = parts.map((part) => collector.push(part)).filter((chunk) => chunk !== null);
  collector.throwIfFailed();
  return { chunks, step: collector.end() };
}

describe("StepCollector", () => {
  it("makes chunks of text and reasoning, and of nothing empty", () => {
    const { chunks } = collect([
      { type: "stream-start", warnings: [] },
      { type: "reasoning-start", id: "1" },
      { type: "reasoning-delta", id: "1", delta: "음" },
      { type: "reasoning-end", id: "1" },
      { type: "text-start", id: "1" },
      { type: "text-delta", id: "1", delta: "" },
      { type: "text-delta", id: "1", delta: "네" },
      { type: "text-end", id: "1" },
      finish("stop"),
    ]);
    expect(chunks).toEqual([
      { type: "reasoning", content: "음" },
      { type: "content", content: "네" },
    ]);
  });

  it("keeps the step as the model has to see it again", () => {
    const { step } = collect([
      { type: "text-start", id: "1", providerMetadata: { openai: { itemId: "msg_1" } } },
      { type: "text-delta", id: "1", delta: "계산" },
      { type: "text-delta", id: "1", delta: "할게요" },
      { type: "text-end", id: "1", providerMetadata: { openai: { phase: "commentary" } } },
      toolCall('{"expression":"1+2"}', { providerMetadata: { openai: { itemId: "fc_1" } } }),
      finish("tool-calls"),
    ]);
    expect(step).toMatchObject({
      finishReason: "tool-calls",
      usage: { inputTokens: 3, outputTokens: 5, totalTokens: 8 },
    });
    expect(step.continuation.modelContinuation).toMatchObject([
      { type: "text", text: "계산할게요" },
      {
        type: "tool-call",
        toolCallId: "c1",
        input: { expression: "1+2" },
        providerOptions: { openai: { itemId: "fc_1" } },
      },
    ]);
  });

  it.each([
    ["JSON", '{"a":1}', { a: 1 }],
    ["nothing", "", {}],
    ["blanks", " \n", {}],
    ["no JSON", '{"a":', '{"a":'],
  ])("takes a tool's input that is %s", (_name, json, input) => {
    const { chunks } = collect([toolCall(json), finish("tool-calls")]);
    expect(chunks).toEqual([
      { type: "tool_call", toolCallId: "c1", toolName: "calculator", input },
    ]);
  });

  it("leaves out the calls that the provider made itself", () => {
    const { chunks } = collect([toolCall("{}", { providerExecuted: true }), finish("stop")]);
    expect(chunks).toEqual([]);
  });

  it("does not know the total of what the provider did not count", () => {
    const { step } = collect([
      {
        ...finish("stop"),
        usage: {
          inputTokens: {
            total: undefined,
            noCache: undefined,
            cacheRead: undefined,
            cacheWrite: undefined,
          },
          outputTokens: { total: 5, text: undefined, reasoning: undefined },
        },
      } as Part,
    ]);
    expect(step.usage).toEqual({ inputTokens: null, outputTokens: 5, totalTokens: null });
  });

  it.each<[string, readonly Part[]]>([
    ["without a finish", []],
    ["with an interrupted finish", [finish("interrupted")]],
    ["with a finish that is an error", [finish("error")]],
    [
      "with a finish without a reason",
      [{ ...finish("other"), finishReason: { unified: "other", raw: undefined } } as Part],
    ],
  ])("says that the answer broke off when it ends %s", (_name, parts) => {
    expect(() => collect(parts)).toThrow(
      expect.objectContaining({ code: "model-error", message: "The model's answer broke off." }),
    );
  });

  it("throws the first error, and makes nothing of what comes after it", () => {
    const collector = new StepCollector();
    const first = new Error("first");
    expect(collector.push({ type: "error", error: first })).toBeNull();
    expect(collector.push({ type: "text-delta", id: "1", delta: "헛소리" })).toBeNull();
    collector.push({ type: "error", error: new Error("second") });
    expect(() => collector.throwIfFailed()).toThrow(first);
  });
});
