import { parseStreamBody, parseStreamQuery } from "@/lib/protocol/stream-request";
import { handlePreflight, handleRequest } from "@/lib/server/handle-request";
import { readJsonBody } from "@/lib/server/read-json-body";
import { respondWithStream } from "@/lib/server/stream-run";

export const dynamic = "force-dynamic";
export const maxDuration = 300;

/** Streams the answer to a message: the AI SDK's shape or the simple one. */
export function POST(request: Request): Promise<Response> {
  return handleRequest(request, (context) =>
    respondWithStream(context, async (identity) =>
      parseStreamBody(await readJsonBody(request), identity),
    ),
  );
}

/** The same for `EventSource`, which can only ask with a query. */
export function GET(request: Request): Promise<Response> {
  return handleRequest(request, (context) =>
    respondWithStream(context, (identity) => parseStreamQuery(context.query, identity)),
  );
}

export function OPTIONS(request: Request): Promise<Response> {
  return handlePreflight(request, ["GET", "POST"]);
}

/** Starts nothing, unlike the `GET` that would answer it otherwise. */
export function HEAD(): Response {
  return new Response(null, { status: 405, headers: { Allow: "GET, POST, OPTIONS" } });
}
