import { z } from "zod";
import { LIMITS } from "./limits";
import { STREAM_FORMAT_NAMES } from "./stream-format";

/** Fields that several requests have in common. */

export const idSchema = z
  .string()
  .min(1)
  .max(LIMITS.idLength)
  .regex(/^[^\s/\\\p{Cc}]+$/u, "must have no spaces, slashes or control characters")
  .refine((id) => id !== "." && id !== "..", "must not be a dot segment");

export function textSchema(name: string) {
  return z
    .string({ error: (issue) => (issue.input === undefined ? `${name} is required` : undefined) })
    .max(LIMITS.messageLength, `${name} is too long`)
    .refine((text) => text.trim() !== "", `${name} is required`)
    .transform((text) => text.toWellFormed());
}

export const systemSchema = z.string().max(LIMITS.systemLength);
export const modelSchema = z.string().min(1).max(LIMITS.modelNameLength);
export const temperatureSchema = z.number().min(LIMITS.temperature.min).max(LIMITS.temperature.max);
export const maxTokensSchema = z
  .int()
  .min(LIMITS.maxOutputTokens.min)
  .max(LIMITS.maxOutputTokens.max);

/** What every body that starts a run may say about it. */
export const runOptionFields = {
  system: systemSchema.nullish(),
  model: modelSchema.nullish(),
  temperature: temperatureSchema.nullish(),
  maxTokens: maxTokensSchema.nullish(),
};

export const formatSchema = z.enum(STREAM_FORMAT_NAMES);

export const historySchema = z
  .array(
    z.object({
      role: z.enum(["user", "assistant"]),
      content: z.string().max(LIMITS.messageLength),
    }),
  )
  .max(LIMITS.historyMessages);
