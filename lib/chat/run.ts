import type { RunEndState } from "./streaming-chunk";

/** One generation of an answer. It belongs to the server, not to the request that began it. */
export interface Run {
  /** Unguessable: whoever holds it may read a run that has no owner. */
  readonly id: string;
  /** `null`: a run outside any chat, kept for resuming only. */
  readonly chatId: string | null;
  /** Who may see it; `null`: whoever knows its id. */
  readonly ownerId: string | null;
  /** The message that is answered. The same one in the same chat leads to the same run. */
  readonly userMessageId: string;
  /** Of the answer. */
  readonly messageId: string;
  readonly model: string;
  /** ISO 8601 UTC. */
  readonly createdAt: string;
  readonly state: RunState;
}

export type RunState = "running" | RunEndState;
