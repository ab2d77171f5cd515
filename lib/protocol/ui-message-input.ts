import { z } from "zod";
import type { ChatMessage, MessagePart, TextPart } from "@/lib/chat/chat-message";
import type { JsonValue } from "@/lib/chat/json";
import { LIMITS } from "./limits";
import { idSchema } from "./request-fields";

const textPartSchema = z.object({
  type: z.enum(["text", "reasoning"]),
  text: z.string().max(LIMITS.messageLength),
});

const toolPartSchema = z.object({
  type: z.string().regex(/^(dynamic-tool|tool-.+)$/),
  toolName: z.string().max(LIMITS.idLength).optional(),
  toolCallId: z.string().min(1).max(LIMITS.idLength),
  input: z.unknown().optional(),
  output: z.unknown().optional(),
  errorText: z.string().max(LIMITS.messageLength).optional(),
});

/** Parts that say nothing to the model. */
const ignoredPartSchema = z.object({
  type: z.string().regex(/^(step-start|source-.+|data-.+)$/),
});

const KNOWN_PART = /^(text|reasoning|dynamic-tool|tool-.+|step-start|source-.+|data-.+)$/;

const partSchema = z
  .looseObject({ type: z.string().regex(KNOWN_PART, "this kind of part is not supported") })
  .pipe(z.union([textPartSchema, toolPartSchema, ignoredPartSchema]));

type UiPartInput = z.output<typeof partSchema>;

/** A `UIMessage` of the AI SDK, as far as the model is to see it. */
export const uiMessageSchema = z
  .object({
    id: idSchema,
    role: z.enum(["system", "user", "assistant"]),
    parts: z.array(partSchema).min(1).max(LIMITS.partsPerMessage),
  })
  .refine(({ role, parts }) => role !== "user" || toText(parts).trim() !== "", {
    path: ["parts"],
    message: "message is required",
  });

type UiMessageInput = z.output<typeof uiMessageSchema>;

/** System messages become the system prompt; `null` when there is none. */
export function fromUiMessages(input: readonly UiMessageInput[]): {
  system: string | null;
  messages: readonly ChatMessage[];
} {
  const system = input.filter(({ role }) => role === "system").map(({ parts }) => toText(parts));
  const messages = input.flatMap(({ id, role, parts }): ChatMessage[] => {
    switch (role) {
      case "system":
        return [];
      case "user":
        return [{ role, id, parts: parts.flatMap(toTextPart) }];
      case "assistant":
        return [{ role, id, parts: parts.flatMap(toMessagePart) }];
    }
  });
  return { system: system.length === 0 ? null : system.join("\n\n"), messages };
}

function toText(parts: readonly UiPartInput[]): string {
  return parts
    .flatMap(toTextPart)
    .map(({ text }) => text)
    .join("");
}

function toTextPart(part: UiPartInput): TextPart[] {
  return part.type === "text" && "text" in part
    ? [{ type: "text", text: part.text.toWellFormed() }]
    : [];
}

function toMessagePart(part: UiPartInput): MessagePart[] {
  if ("text" in part) {
    return part.text === "" ? [] : [{ type: part.type, text: part.text.toWellFormed() }];
  }
  if (!("toolCallId" in part)) return [];
  const { toolCallId, input, output, errorText } = part;
  const toolName = part.toolName ?? part.type.replace(/^tool-/, "");
  const call = { type: "tool", toolCallId, toolName, input: toJson(input) } as const;
  if (errorText !== undefined) return [{ ...call, result: { output: errorText, isError: true } }];
  if (output === undefined) return [call];
  return [{ ...call, result: { output: toJson(output), isError: false } }];
}

/** Bodies are parsed JSON already; only what was left out is no value. */
function toJson(value: unknown): JsonValue {
  return value === undefined ? null : (value as JsonValue);
}
