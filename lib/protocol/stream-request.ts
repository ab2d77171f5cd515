import type { StartRun } from "@/lib/chat/start-run";
import { parseWith } from "./parse-with";
import { simpleQuerySchema, simpleRequestSchema, toSimpleStart } from "./simple-request";
import type { StreamFormatName } from "./stream-format";
import { toUiStart, uiRequestSchema } from "./ui-request";

/** What the server adds to a request. */
export interface RequestIdentity {
  readonly requestId: string;
  readonly createId: () => string;
}

/** The body of `POST /api/chat/stream`, in either shape. Throws `invalid-request`. */
export function parseStreamBody(body: unknown, identity: RequestIdentity): StartRun {
  return readBodyShape(body) === "ui"
    ? toUiStart(parseWith(uiRequestSchema, body), identity)
    : toSimpleStart(parseWith(simpleRequestSchema, body), identity);
}

/** The query of `GET /api/chat/stream`. Throws `invalid-request`. */
export function parseStreamQuery(query: URLSearchParams, identity: RequestIdentity): StartRun {
  return toSimpleStart(parseWith(simpleQuerySchema, Object.fromEntries(query)), identity);
}

/**
 * The format that a body's kind of client expects. The AI SDK's shape has `messages`, or a `message`
 * that is an object; everything else counts as simple.
 */
export function readBodyShape(body: unknown): Extract<StreamFormatName, "simple" | "ui"> {
  if (typeof body !== "object" || body === null) return "simple";
  if ("messages" in body) return "ui";
  return "message" in body && typeof body.message === "object" && body.message !== null
    ? "ui"
    : "simple";
}
