import type {
  LanguageModelV4Prompt,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from "@ai-sdk/provider";
import { ChatError } from "@/lib/chat/chat-error";
import type { ModelChunk, ModelStep } from "@/lib/chat/chat-model";
import type { JsonValue } from "@/lib/chat/json";
import type { Usage } from "@/lib/chat/streaming-chunk";
import { toContinuation } from "./model-continuation";

type Assistant = Extract<LanguageModelV4Prompt[number], { role: "assistant" }>;
type AssistantPart = Assistant["content"][number];
type FinishPart = Extract<LanguageModelV4StreamPart, { type: "finish" }>;
type ToolCallPart = Extract<LanguageModelV4StreamPart, { type: "tool-call" }>;
type TextEventPart = Extract<
  LanguageModelV4StreamPart,
  { type: `${"text" | "reasoning"}-${"start" | "delta" | "end"}` }
>;
type OpenText = Extract<AssistantPart, { type: "text" | "reasoning" }>;

/** Turns the parts of one model call into chunks, and keeps what the model needs to see of it again. */
export class StepCollector {
  readonly #content: AssistantPart[] = [];
  readonly #openTexts = new Map<string, OpenText>();
  #finish: FinishPart | null = null;
  #failure: { readonly error: unknown } | null = null;

  /** Nothing that the upstream says after an error counts. */
  push(part: LanguageModelV4StreamPart): ModelChunk | null {
    if (this.#failure !== null) return null;
    switch (part.type) {
      case "text-start":
      case "text-delta":
      case "text-end":
        return this.#pushText("text", part);
      case "reasoning-start":
      case "reasoning-delta":
      case "reasoning-end":
        return this.#pushText("reasoning", part);
      case "tool-call":
        return part.providerExecuted === true ? null : this.#pushToolCall(part);
      case "finish":
        this.#finish = part;
        return null;
      case "error":
        this.#failure = { error: part.error };
        return null;
      default:
        return null;
    }
  }

  /** Throws the upstream's error, if it sent one. */
  throwIfFailed(): void {
    if (this.#failure !== null) throw this.#failure.error;
  }

  /** Throws `model-error` when the stream ended without a finish. */
  end(): ModelStep {
    const finish = this.#finish;
    if (finish === null || isBrokenOff(finish.finishReason)) {
      throw new ChatError("model-error", "The model's answer broke off.", {
        cause: new Error("The upstream's stream ended without a finish."),
      });
    }
    return {
      finishReason: finish.finishReason.unified,
      usage: toUsage(finish.usage),
      continuation: toContinuation(this.#content),
    };
  }

  #pushText(type: OpenText["type"], part: TextEventPart): ModelChunk | null {
    const key = `${type}:${part.id}`;
    const open = this.#openTexts.get(key) ?? this.#openText(type, key);
    if (part.providerMetadata !== undefined) {
      open.providerOptions = { ...open.providerOptions, ...part.providerMetadata };
    }
    if (!("delta" in part) || part.delta === "") return null;
    open.text += part.delta;
    return { type: type === "text" ? "content" : "reasoning", content: part.delta };
  }

  #openText(type: OpenText["type"], key: string): OpenText {
    const open: OpenText = { type, text: "" };
    this.#openTexts.set(key, open);
    this.#content.push(open);
    return open;
  }

  #pushToolCall({ toolCallId, toolName, input: json, providerMetadata }: ToolCallPart): ModelChunk {
    const input = parseInput(json);
    this.#content.push({
      type: "tool-call",
      toolCallId,
      toolName,
      input,
      ...(providerMetadata && { providerOptions: providerMetadata }),
    });
    return { type: "tool_call", toolCallId, toolName, input };
  }
}

/** What providers make up themselves when the upstream did not say why it stopped. */
function isBrokenOff({ unified, raw }: FinishPart["finishReason"]): boolean {
  return (
    unified === "interrupted" || unified === "error" || (unified === "other" && raw === undefined)
  );
}

/** An input that is not JSON goes on as the text it is; the tool's schema will refuse it. */
function parseInput(json: string): JsonValue {
  if (json.trim() === "") return {};
  try {
    return JSON.parse(json) as JsonValue;
  } catch (error) {
    if (error instanceof SyntaxError) return json;
    throw error;
  }
}

function toUsage({ inputTokens, outputTokens }: LanguageModelV4Usage): Usage {
  const input = inputTokens.total ?? null;
  const output = outputTokens.total ?? null;
  return {
    inputTokens: input,
    outputTokens: output,
    totalTokens: input === null || output === null ? null : input + output,
  };
}
