import { after } from "next/server";
import { z } from "zod";
import { ChatError } from "@/lib/chat/chat-error";
import type { Run } from "@/lib/chat/run";
import { encodeRun } from "@/lib/protocol/encode-run";
import { fromEventId, toEventId, type EventPosition } from "@/lib/protocol/event-id";
import { parseWith } from "@/lib/protocol/parse-with";
import { formatSchema } from "@/lib/protocol/request-fields";
import { createSseResponse } from "@/lib/protocol/sse-response";
import type { StreamFormatName } from "@/lib/protocol/stream-format";
import { STREAM_FORMATS } from "@/lib/protocol/stream-formats";
import type { RequestIdentity } from "@/lib/protocol/request-identity";
import type { StreamRequest } from "@/lib/protocol/stream-request";
import { createId } from "./create-id";
import type { RequestContext } from "./handle-request";

/** `?format=`, or else the default. */
function readFormat({ query }: RequestContext, byDefault: StreamFormatName): StreamFormatName {
  const schema = z.object({ format: formatSchema.default(byDefault) });
  return parseWith(schema, { format: query.get("format") ?? undefined }).format;
}

/** Where a client that comes back has stopped reading; `null` for one that is new. */
function readLastEvent(context: RequestContext): EventPosition | null {
  const id = readLastEventId(context);
  if (id === null) return null;
  const position = fromEventId(id);
  if (position === null) throw new ChatError("not-found", "There is no such run.");
  return position;
}

function readLastEventId({ request, query }: RequestContext): string | null {
  return request.headers.get("last-event-id") || query.get("lastEventId") || null;
}

/**
 * Starts the run that a request asks for and streams it. A client that brings the id of its last
 * event gets the rest of that run instead, in the same format, whatever else it sends.
 */
export async function respondWithStream(
  context: RequestContext,
  parseRequest: (identity: RequestIdentity) => StreamRequest | Promise<StreamRequest>,
): Promise<Response> {
  const { app, requestId, ownerId } = context;
  const lastEvent = readLastEvent(context);
  if (lastEvent !== null) {
    return resumeRun(context, lastEvent, readFormat(context, lastEvent.format));
  }
  const { start, defaultFormat } = await parseRequest({ requestId, ownerId, createId });
  const format = readFormat(context, defaultFormat);
  const { run, ended } = await app.service.startRun(start);
  after(() => ended);
  return streamRun(context, run, { format, isTextMerged: false });
}

/** A run from its beginning. */
export function streamRun(
  context: RequestContext,
  run: Run,
  options: { readonly format: StreamFormatName; readonly isTextMerged: boolean },
): Response {
  const { format } = options;
  const from = { runId: run.id, position: 0, eventsOfChunk: null, format };
  return respond(
    context,
    run,
    openFrames(context, run, { ...options, from }),
    options.format,
    from,
  );
}

/** What is left of a run after `from`; `204` when nothing is. */
async function resumeRun(
  context: RequestContext,
  from: EventPosition,
  format: StreamFormatName,
): Promise<Response> {
  const run = await context.app.service.findRun(from.runId, context.ownerId);
  const frames = openFrames(context, run, { format, from, isTextMerged: true });
  if (run.state === "running") return respond(context, run, frames, format, from);
  const first = await frames.iterator.next();
  if (first.done) return new Response(null, { status: 204 });
  const all = { ...frames, iterator: prepend(first.value, frames.iterator) };
  return respond(context, run, all, format, from);
}

interface Frames {
  readonly iterator: AsyncGenerator<string, void>;
  readonly controller: AbortController;
}

function openFrames(
  { app }: RequestContext,
  run: Run,
  options: {
    readonly format: StreamFormatName;
    readonly from: EventPosition;
    readonly isTextMerged: boolean;
  },
): Frames {
  const controller = new AbortController();
  const batches = app.service.readRun(run.id, 0, controller.signal);
  const format = STREAM_FORMATS[options.format];
  return { controller, iterator: encodeRun(batches, { ...options, run, format }) };
}

function respond(
  { app, requestId }: RequestContext,
  run: Run,
  { iterator, controller }: Frames,
  format: StreamFormatName,
  from: EventPosition,
): Response {
  return createSseResponse(iterator, {
    headers: STREAM_FORMATS[format].headers,
    // An id without data is remembered by EventSource (HTML §9.2.6): even a client that is cut off
    // before the first event comes back to this run.
    preamble: `: open\nretry: 1000\nid: ${toEventId(from)}\n\n`,
    onCancel: () => controller.abort(),
    onError: (error) => app.logger.error({ requestId, err: error }, "stream-broke"),
  });
}

async function* prepend(first: string, rest: AsyncGenerator<string, void>) {
  yield first;
  yield* rest;
}
