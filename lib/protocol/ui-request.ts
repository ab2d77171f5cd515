import { z } from "zod";
import { ChatError } from "@/lib/chat/chat-error";
import type { StartRun } from "@/lib/chat/start-run";
import { LIMITS } from "./limits";
import { idSchema, runOptionFields } from "./request-fields";
import type { RequestIdentity } from "./request-identity";
import { fromUiMessages, uiMessageSchema } from "./ui-message-input";

/** What the AI SDK's `useChat` sends: all messages, or only the newest. */
export const uiRequestSchema = z
  .object({
    id: idSchema.nullish(),
    messages: z.array(uiMessageSchema).min(1).max(LIMITS.historyMessages).optional(),
    message: uiMessageSchema.optional(),
    trigger: z.enum(["submit-message", "regenerate-message"]).default("submit-message"),
    messageId: idSchema.nullish(),
    ...runOptionFields,
  })
  .refine(({ messages, message }) => messages !== undefined || message !== undefined, {
    path: ["messages"],
    message: "messages is required",
  });

export function toUiStart(
  request: z.output<typeof uiRequestSchema>,
  { requestId, ownerId }: RequestIdentity,
): StartRun {
  const { messages, message, trigger, messageId } = request;
  const input = message === undefined ? (messages ?? []) : [message];
  const { system, messages: chatMessages } = fromUiMessages(input);
  const userMessage = chatMessages.at(-1);
  if (userMessage?.role !== "user") {
    throw new ChatError("invalid-request", "The last message must be the user's.", {
      details: [{ path: "messages", message: "the last message must be the user's" }],
    });
  }
  return {
    requestId,
    chatId: request.id ?? null,
    ownerId,
    userMessage,
    previousMessages: message === undefined ? chatMessages.slice(0, -1) : null,
    isRegeneration: trigger === "regenerate-message" || messageId === userMessage.id,
    system: request.system ?? system,
    model: request.model ?? null,
    temperature: request.temperature ?? null,
    maxOutputTokens: request.maxTokens ?? null,
  };
}
