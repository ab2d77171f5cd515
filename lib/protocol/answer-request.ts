import { z } from "zod";
import type { StartRun } from "@/lib/chat/start-run";
import { parseWith } from "./parse-with";
import { runOptionFields, textSchema } from "./request-fields";
import { simpleRequestSchema, toSimpleStart } from "./simple-request";
import type { RequestIdentity } from "./request-identity";

/** The body of `POST /api/chat`: a question, or the simple shape. */
export const questionSchema = z.object({ question: textSchema("question"), ...runOptionFields });

/** Throws `invalid-request`. */
export function parseAnswerBody(body: unknown, identity: RequestIdentity): StartRun {
  if (typeof body === "object" && body !== null && "message" in body && !("question" in body)) {
    return toSimpleStart(parseWith(simpleRequestSchema, body), identity);
  }
  const { question, ...options } = parseWith(questionSchema, body);
  return toSimpleStart({ message: question, ...options }, identity);
}
