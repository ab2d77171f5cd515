import { parseWith } from "@/lib/protocol/parse-with";
import { idSchema } from "@/lib/protocol/request-fields";
import { handlePreflight, handleRequest } from "@/lib/server/handle-request";
import { streamRun } from "@/lib/server/stream-run";

export const dynamic = "force-dynamic";
export const maxDuration = 300;

interface RouteContext {
  readonly params: Promise<{ chatId: string }>;
}

/** The AI SDK's resume: the chat's live run from its beginning, `204` when nothing is running. */
export function GET(request: Request, { params }: RouteContext): Promise<Response> {
  return handleRequest(request, async (context) => {
    const chatId = parseWith(idSchema, (await params).chatId);
    const run = await context.app.service.findLiveRun(chatId, context.ownerId);
    if (run === null) return new Response(null, { status: 204 });
    return streamRun(context, run, { format: "ui", isTextMerged: true });
  });
}

/** Stops the chat's run. Stopping what does not run is no error. */
export function DELETE(request: Request, { params }: RouteContext): Promise<Response> {
  return handleRequest(request, async ({ app, ownerId }) => {
    await app.service.stopRun(parseWith(idSchema, (await params).chatId), ownerId);
    return new Response(null, { status: 204 });
  });
}

export function OPTIONS(request: Request): Promise<Response> {
  return handlePreflight(request, ["GET", "DELETE"]);
}

/** Not the `GET` without its body: nobody would ever read that stream to its end. */
export function HEAD(): Response {
  return new Response(null, { status: 405, headers: { Allow: "GET, DELETE, OPTIONS" } });
}
