import { z } from "zod";
import type { ChatMessage } from "@/lib/chat/chat-message";
import type { StartRun } from "@/lib/chat/start-run";
import {
  historySchema,
  idSchema,
  maxTokensSchema,
  modelSchema,
  runOptionFields,
  systemSchema,
  temperatureSchema,
  textSchema,
} from "./request-fields";
import type { RequestIdentity } from "./request-identity";

/** The simple shape of `POST /api/chat/stream`. */
export const simpleRequestSchema = z.object({
  message: textSchema("message"),
  history: historySchema.nullish(),
  chatId: idSchema.nullish(),
  ...runOptionFields,
});

/** The query of `GET /api/chat/stream`: the simple shape, as strings. */
export const simpleQuerySchema = z.object({
  message: textSchema("message"),
  history: z.string().transform(parseJson).pipe(historySchema).optional(),
  chatId: idSchema.optional(),
  system: systemSchema.optional(),
  model: modelSchema.optional(),
  temperature: z.string().transform(toNumber).pipe(temperatureSchema).optional(),
  maxTokens: z.string().transform(toNumber).pipe(maxTokensSchema).optional(),
});

type SimpleRequest = z.output<typeof simpleRequestSchema> | z.output<typeof simpleQuerySchema>;

export function toSimpleStart(
  { message, history, chatId, system, model, temperature, maxTokens }: SimpleRequest,
  { requestId, ownerId, createId }: RequestIdentity,
): StartRun {
  const previousMessages = history?.map(({ role, content }): ChatMessage => {
    return { role, id: createId(), parts: [{ type: "text", text: content }] };
  });
  return {
    requestId,
    chatId: chatId ?? null,
    ownerId,
    userMessage: { role: "user", id: createId(), parts: [{ type: "text", text: message }] },
    previousMessages: previousMessages ?? null,
    isRegeneration: false,
    system: system ?? null,
    model: model ?? null,
    temperature: temperature ?? null,
    maxOutputTokens: maxTokens ?? null,
  };
}

function parseJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: "custom", message: "history is not valid JSON" });
    return z.NEVER;
  }
}

function toNumber(text: string): unknown {
  return text.trim() === "" ? text : Number(text);
}
