import type { ChatMessage, UserMessage } from "./chat-message";
import type { Run } from "./run";

export interface RunDefaults {
  readonly system: string | null;
  readonly temperature: number;
  readonly maxOutputTokens: number;
  readonly maxSteps: number;
  readonly toolTimeoutMs: number;
}

/** `null` means: as the defaults say. */
export interface StartRun {
  readonly requestId: string;
  readonly chatId: string | null;
  /** Who asks; `null`: a program without a cookie. */
  readonly ownerId: string | null;
  readonly userMessage: UserMessage;
  /** What was said before the user's message; `null`: as the history has it; nothing in a new chat. */
  readonly previousMessages: readonly ChatMessage[] | null;
  /** A new answer to a message that may have one already. */
  readonly isRegeneration: boolean;
  readonly system: string | null;
  readonly model: string | null;
  readonly temperature: number | null;
  readonly maxOutputTokens: number | null;
}

export interface StartedRun {
  readonly run: Run;
  /** Resolves when the run has ended, however it did. Never rejects. */
  readonly ended: Promise<void>;
}
