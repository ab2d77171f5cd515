import type { StartRun } from "@/lib/chat/start-run";
import { parseWith } from "./parse-with";
import type { RequestIdentity } from "./request-identity";
import { simpleQuerySchema, simpleRequestSchema, toSimpleStart } from "./simple-request";
import type { StreamFormatName } from "./stream-format";
import { toUiStart, uiRequestSchema } from "./ui-request";

/** A request to stream an answer, and the format in which its kind of client expects it. */
export interface StreamRequest {
  readonly start: StartRun;
  readonly defaultFormat: StreamFormatName;
}

/** The body of `POST /api/chat/stream`, in either shape. Throws `invalid-request`. */
export function parseStreamBody(body: unknown, identity: RequestIdentity): StreamRequest {
  return isUiShape(body)
    ? { start: toUiStart(parseWith(uiRequestSchema, body), identity), defaultFormat: "ui" }
    : {
        start: toSimpleStart(parseWith(simpleRequestSchema, body), identity),
        defaultFormat: "simple",
      };
}

/** The query of `GET /api/chat/stream`. Throws `invalid-request`. */
export function parseStreamQuery(query: URLSearchParams, identity: RequestIdentity): StreamRequest {
  const request = parseWith(simpleQuerySchema, Object.fromEntries(query));
  return { start: toSimpleStart(request, identity), defaultFormat: "simple" };
}

/** The AI SDK's shape has `messages`, or a `message` that is an object. */
function isUiShape(body: unknown): boolean {
  if (typeof body !== "object" || body === null) return false;
  return (
    "messages" in body ||
    ("message" in body && typeof body.message === "object" && body.message !== null)
  );
}
