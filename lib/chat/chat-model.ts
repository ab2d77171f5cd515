import type { ChatMessage } from "./chat-message";
import type { ChatTool } from "./chat-tool";
import type {
  ContentChunk,
  FinishReason,
  ReasoningChunk,
  ToolCallChunk,
  ToolResultChunk,
  Usage,
} from "./streaming-chunk";

/** What a model can say within one step. */
export type ModelChunk = ContentChunk | ReasoningChunk | ToolCallChunk;

/** One call of the model and what its tools answered, to be shown to the model in the next step. */
export interface ModelTurn {
  readonly assistant: ModelContinuation;
  readonly toolResults: readonly ToolResultChunk[];
}

/** What the model needs to see of its own step again. Only the model that made it can read it. */
export type ModelContinuation = { readonly modelContinuation: unknown };

export interface ModelRequest {
  readonly system: string | null;
  readonly messages: readonly ChatMessage[];
  /** The steps of this run so far. */
  readonly turns: readonly ModelTurn[];
  readonly tools: readonly ChatTool[];
  /** False: the tools are there to explain the turns; the model has to answer in words. */
  readonly mayCallTools: boolean;
  readonly temperature: number;
  readonly maxOutputTokens: number;
}

export interface ModelStep {
  readonly finishReason: FinishReason;
  readonly usage: Usage;
  readonly continuation: ModelContinuation;
}

/** A language model that answers in one step: it asks for tools but does not run them. */
export interface ChatModel {
  /** The name by which clients ask for it. */
  readonly id: string;
  readonly label: string;
  /** True for the built-in demo, which is no language model. */
  readonly isDemo: boolean;
  /**
   * Yields what arrived together as one batch; returns how the step ended. Throws a `ChatError`
   * (`model-error`, `model-unavailable`, `model-timeout`) when the step did not finish, the end of
   * the upstream's stream without a finish included. When `signal` aborts, closes the upstream
   * request and throws the signal's reason.
   */
  streamStep(
    request: ModelRequest,
    signal: AbortSignal,
  ): AsyncGenerator<readonly ModelChunk[], ModelStep>;
}

export interface ChatModels {
  /** The models on offer, the default first. */
  list(): Promise<readonly ChatModel[]>;
  /** `null` when no model goes by this name. Without a name: the default. */
  find(id: string | null): Promise<ChatModel | null>;
}
