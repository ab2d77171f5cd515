import { toWholeAnswer } from "@/lib/protocol/whole-answer";
import { parseAnswerBody } from "@/lib/protocol/answer-request";
import { createId } from "@/lib/server/create-id";
import { handlePreflight, handleRequest } from "@/lib/server/handle-request";
import { readJsonBody } from "@/lib/server/read-json-body";

export const dynamic = "force-dynamic";
export const maxDuration = 300;

/** The answer in one piece, once it is whole. */
export function POST(request: Request): Promise<Response> {
  return handleRequest(request, async ({ app, requestId, ownerId }) => {
    const start = parseAnswerBody(await readJsonBody(request), { requestId, ownerId, createId });
    const { run } = await app.service.startRun(start);
    const batches = app.service.readRun(run.id, 0, request.signal);
    return Response.json(await toWholeAnswer(batches));
  });
}

export function OPTIONS(request: Request): Promise<Response> {
  return handlePreflight(request, ["POST"]);
}
