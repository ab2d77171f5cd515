import type { JsonValue } from "./json";
import type { FinishReason, RunEndState, Usage } from "./streaming-chunk";

export interface TextPart {
  readonly type: "text";
  readonly text: string;
}

export interface ReasoningPart {
  readonly type: "reasoning";
  readonly text: string;
}

export interface ToolPart {
  readonly type: "tool";
  readonly toolCallId: string;
  readonly toolName: string;
  readonly input: JsonValue;
  /** Absent while the tool has not answered. */
  readonly result?: { readonly output: JsonValue; readonly isError: boolean };
}

export type MessagePart = TextPart | ReasoningPart | ToolPart;

export interface UserMessage {
  readonly role: "user";
  readonly id: string;
  readonly parts: readonly TextPart[];
}

export interface AssistantMessage {
  readonly role: "assistant";
  readonly id: string;
  readonly parts: readonly MessagePart[];
  /** How the answer came to be. Absent on answers that a client brought along. */
  readonly outcome?: AssistantOutcome;
}

export interface AssistantOutcome {
  readonly runId: string;
  readonly model: string;
  /** ISO 8601 UTC. */
  readonly createdAt: string;
  readonly state: RunEndState;
  readonly finishReason: FinishReason;
  readonly usage: Usage;
  readonly error?: { readonly code: string; readonly message: string; readonly requestId: string };
}

/** What a chat consists of. Instructions to the model are a run's `system`, not a message. */
export type ChatMessage = UserMessage | AssistantMessage;
