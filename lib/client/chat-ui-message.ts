import type { UIMessage } from "ai";
import type { AssistantOutcome } from "@/lib/chat/chat-message";

/** What the server says about an answer. Everything arrives bit by bit, so everything may be missing. */
export type ChatMessageMetadata = Partial<AssistantOutcome>;

export type ChatUIMessage = UIMessage<ChatMessageMetadata>;
