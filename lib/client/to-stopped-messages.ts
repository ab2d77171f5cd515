import type { ChatUIMessage } from "./chat-ui-message";

/** Marks an answer as stopped that the server has not marked itself. */
export function toStoppedMessages(messages: ChatUIMessage[]): ChatUIMessage[] {
  const last = messages.at(-1);
  if (last?.role !== "assistant" || last.metadata?.state !== undefined) return messages;
  return [...messages.slice(0, -1), { ...last, metadata: { ...last.metadata, state: "stopped" } }];
}
