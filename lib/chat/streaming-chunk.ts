import type { ChatErrorCode } from "./chat-error";
import type { JsonValue } from "./json";

/** The one way in which a run ended. `interrupted`: the process that produced it died. */
export type RunEndState = "completed" | "stopped" | "failed" | "interrupted";

/** Why the model stopped. `interrupted`: it was not the model's decision. */
export type FinishReason =
  | "stop"
  | "length"
  | "content-filter"
  | "tool-calls"
  | "error"
  | "interrupted"
  | "other";

/** Tokens, summed over the steps of a run. `null`: the provider did not say. */
export interface Usage {
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly totalTokens: number | null;
}

/** The answer begins. Always the first chunk of a run. */
export interface MessageChunk {
  readonly type: "message";
  readonly role: "assistant";
  readonly messageId: string;
  readonly model: string;
  /** ISO 8601 UTC. */
  readonly createdAt: string;
}

/** A piece of the answer's text. Never empty, never half a surrogate pair. */
export interface ContentChunk {
  readonly type: "content";
  readonly content: string;
}

/** A piece of what the model thought aloud. Never empty, never half a surrogate pair. */
export interface ReasoningChunk {
  readonly type: "reasoning";
  readonly content: string;
}

export interface ToolCallChunk {
  readonly type: "tool_call";
  readonly toolCallId: string;
  readonly toolName: string;
  readonly input: JsonValue;
}

/** With `isError`, `output` is a sentence that is safe for users. */
export interface ToolResultChunk {
  readonly type: "tool_result";
  readonly toolCallId: string;
  readonly toolName: string;
  readonly output: JsonValue;
  readonly isError: boolean;
}

/** Why the run failed. Followed by a `complete` whose state is `failed`. */
export interface ErrorChunk {
  readonly type: "error";
  readonly code: ChatErrorCode;
  readonly message: string;
  readonly requestId: string;
}

/** The run's one end. Always the last chunk; nothing can be appended after it. */
export interface CompleteChunk {
  readonly type: "complete";
  readonly messageId: string;
  readonly state: RunEndState;
  readonly finishReason: FinishReason;
  readonly usage: Usage;
}

/** What the business layer yields: no wire format, no framework, no provider. */
export type StreamingChunk =
  | MessageChunk
  | ContentChunk
  | ReasoningChunk
  | ToolCallChunk
  | ToolResultChunk
  | ErrorChunk
  | CompleteChunk;
