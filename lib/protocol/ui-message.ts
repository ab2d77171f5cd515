import type { UIMessage } from "ai";
import type { ChatMessage, MessagePart } from "@/lib/chat/chat-message";
import { toText } from "@/lib/chat/json";
import type { UiMessageMetadata } from "./ui-message-metadata";

/** Stored messages as the AI SDK's client holds them, as if it had streamed them itself. */
export function toUiMessages(messages: readonly ChatMessage[]): UIMessage<UiMessageMetadata>[] {
  return messages.map((message) => {
    const { id, role } = message;
    const parts = message.parts.map(toUiPart);
    if (role === "user" || message.outcome === undefined) return { id, role, parts };
    return { id, role, parts, metadata: message.outcome };
  });
}

function toUiPart(part: MessagePart): UIMessage["parts"][number] {
  switch (part.type) {
    case "text":
    case "reasoning":
      return { type: part.type, text: part.text, state: "done" };
    case "tool": {
      const { toolCallId, toolName, input, result } = part;
      const call = { type: `tool-${toolName}`, toolCallId, input } as const;
      if (result === undefined) return { ...call, state: "input-available" };
      return result.isError
        ? { ...call, state: "output-error", errorText: toText(result.output) }
        : { ...call, state: "output-available", output: result.output };
    }
  }
}
