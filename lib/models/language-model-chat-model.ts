import type { LanguageModelV4, LanguageModelV4CallOptions } from "@ai-sdk/provider";
import { z } from "zod";
import type { ChatModel, ModelChunk, ModelRequest, ModelStep } from "@/lib/chat/chat-model";
import type { ChatTool } from "@/lib/chat/chat-tool";
import { raceAbort } from "@/lib/chat/race-abort";
import { classifyModelError } from "./classify-model-error";
import { Patience, type PatienceLimits } from "./patience";
import { readBatches } from "./read-batches";
import { StepCollector } from "./step-collector";
import { toLanguageModelPrompt } from "./to-language-model-prompt";

export interface LanguageModelChatModelOptions {
  readonly id: string;
  readonly label: string;
  readonly isDemo: boolean;
  readonly languageModel: LanguageModelV4;
  readonly patience: PatienceLimits;
  readonly providerOptions?: NonNullable<LanguageModelV4CallOptions["providerOptions"]>;
}

/** Any AI SDK language model as a `ChatModel`. */
export class LanguageModelChatModel implements ChatModel {
  readonly id: string;
  readonly label: string;
  readonly isDemo: boolean;
  readonly #options: LanguageModelChatModelOptions;

  constructor(options: LanguageModelChatModelOptions) {
    this.id = options.id;
    this.label = options.label;
    this.isDemo = options.isDemo;
    this.#options = options;
  }

  async *streamStep(
    request: ModelRequest,
    signal: AbortSignal,
  ): AsyncGenerator<readonly ModelChunk[], ModelStep> {
    const { languageModel, patience: limits, providerOptions } = this.#options;
    const patience = new Patience(limits, signal);
    try {
      const opening = languageModel.doStream({
        ...toCallOptions(request),
        ...(providerOptions && { providerOptions }),
        abortSignal: patience.signal,
      });
      const { stream } = await raceAbort(opening, patience.signal);
      const step = new StepCollector();
      for await (const parts of readBatches(stream, patience.signal)) {
        const chunks = parts.flatMap((part) => step.push(part) ?? []);
        patience.hear({ isToken: chunks.length > 0 });
        if (chunks.length > 0) yield chunks;
        step.throwIfFailed();
      }
      patience.signal.throwIfAborted();
      return step.end();
    } catch (error) {
      signal.throwIfAborted();
      throw classifyModelError(patience.signal.aborted ? patience.signal.reason : error);
    } finally {
      patience.end();
    }
  }
}

function toCallOptions(request: ModelRequest): LanguageModelV4CallOptions {
  const { temperature, maxOutputTokens, tools, mayCallTools } = request;
  return {
    prompt: toLanguageModelPrompt(request),
    temperature,
    maxOutputTokens,
    ...(tools.length > 0 && {
      tools: tools.map(toFunctionTool),
      toolChoice: { type: mayCallTools ? "auto" : "none" },
    }),
  };
}

function toFunctionTool({ name, description, inputSchema }: ChatTool) {
  const jsonSchema = z.toJSONSchema(inputSchema, { target: "draft-7", io: "input" });
  return {
    type: "function" as const,
    name,
    description,
    inputSchema: jsonSchema as JsonSchema,
  };
}

type FunctionTool = Extract<
  NonNullable<LanguageModelV4CallOptions["tools"]>[number],
  { type: "function" }
>;
type JsonSchema = FunctionTool["inputSchema"];
