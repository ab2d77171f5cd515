import type { ChatErrorCode } from "./chat-error";
import type { FinishReason, RunEndState, Usage } from "./streaming-chunk";

interface RunEvent {
  readonly runId: string;
  readonly chatId: string | null;
  readonly requestId: string;
  readonly model: string;
  /** Milliseconds since the epoch. */
  readonly atMs: number;
}

export interface RunStarted extends RunEvent {
  readonly type: "run-started";
}

export interface FirstToken extends RunEvent {
  readonly type: "first-token";
  /** From the run's start. */
  readonly afterMs: number;
}

/** Pieces of text or reasoning that were shown together. Counted, never quoted. */
export interface TokensStreamed extends RunEvent {
  readonly type: "tokens-streamed";
  readonly count: number;
}

export interface ToolFinished extends RunEvent {
  readonly type: "tool-finished";
  readonly toolName: string;
  readonly isError: boolean;
  readonly durationMs: number;
}

export interface RunFailed extends RunEvent {
  readonly type: "run-failed";
  readonly code: ChatErrorCode;
  /** The whole story, for the log only. */
  readonly error: unknown;
}

/** Exactly one for every run, after `run-failed` where there is one. */
export interface RunFinished extends RunEvent {
  readonly type: "run-finished";
  readonly state: RunEndState;
  readonly finishReason: FinishReason;
  readonly usage: Usage;
  readonly durationMs: number;
}

/** What happens in the domain, in the order in which it happened. */
export type ChatEvent =
  | RunStarted
  | FirstToken
  | TokensStreamed
  | ToolFinished
  | RunFailed
  | RunFinished;

/** Returns at once and never throws, whatever the subscribers do. */
export type PublishEvent = (event: ChatEvent) => void;
