import type { z } from "zod";
import { ChatError } from "@/lib/chat/chat-error";

/** Throws an `invalid-request` that names what is wrong, field by field. */
export function parseWith<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const details = result.error.issues.slice(0, 20).map(({ path, message }) => {
    return { path: path.join("."), message };
  });
  const [first] = details;
  const message = first === undefined ? "The request is invalid." : describe(first);
  throw new ChatError("invalid-request", message, { details });
}

function describe({ path, message }: { path: string; message: string }): string {
  return path === "" || message.startsWith(path) ? message : `${path}: ${message}`;
}
