import type { ChatUIMessage } from "@/lib/client/chat-ui-message";

export function toMessageText(message: ChatUIMessage): string {
  return message.parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n\n");
}
