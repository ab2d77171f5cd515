import type { UIMessage } from "ai";
import type { FinishReason, RunEndState, Usage } from "@/lib/chat/streaming-chunk";

/** What the server says about an answer. Everything arrives bit by bit, so everything may be missing. */
export interface ChatMessageMetadata {
  readonly runId?: string;
  readonly model?: string;
  /** ISO 8601 UTC. */
  readonly createdAt?: string;
  readonly state?: RunEndState;
  readonly finishReason?: FinishReason;
  readonly usage?: Usage;
  readonly error?: { readonly code: string; readonly message: string; readonly requestId: string };
}

export type ChatUIMessage = UIMessage<ChatMessageMetadata>;
