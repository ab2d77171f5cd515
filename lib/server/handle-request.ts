import { toChatError, ChatError } from "@/lib/chat/chat-error";
import { toErrorResponse } from "@/lib/protocol/error-response";
import { getChatApp, type ChatApp } from "./chat-app";
import { createId } from "./create-id";
import { isOriginAllowed, toCorsHeaders, toPreflightResponse } from "./cross-origin";

export interface RequestContext {
  readonly app: ChatApp;
  readonly request: Request;
  readonly requestId: string;
  /** Who asks; `null`: a program without a cookie. */
  readonly ownerId: string | null;
  readonly query: URLSearchParams;
}

const REQUEST_ID = /^[A-Za-z0-9._-]{1,64}$/;

/**
 * What every route has in common: the request id, who may call from where, and errors as the one
 * error shape, with the whole cause in the log.
 */
export async function handleRequest(
  request: Request,
  respond: (context: RequestContext) => Promise<Response>,
): Promise<Response> {
  const app = await getChatApp();
  const sentId = request.headers.get("x-request-id");
  const requestId = sentId !== null && REQUEST_ID.test(sentId) ? sentId : createId();
  const { ALLOWED_ORIGINS: allowedOrigins } = app.env;
  const ownerId = app.sessions.read(request.headers.get("cookie"));
  const query = new URL(request.url).searchParams;

  let response: Response;
  try {
    if (!isOriginAllowed(request, allowedOrigins)) {
      throw new ChatError("forbidden", "This origin may not call here.");
    }
    response = await respond({ app, request, requestId, ownerId, query });
  } catch (error) {
    if (request.signal.aborted) return new Response(null, { status: 499 });
    const chatError = toChatError(error);
    const { code, message, cause } = chatError;
    if (cause === undefined)
      app.logger.info({ requestId, code, reason: message }, "request-failed");
    else app.logger.warn({ requestId, code, err: chatError }, "request-failed");
    response = toErrorResponse(chatError, requestId);
  }
  const headers = { "X-Request-Id": requestId, ...toCorsHeaders(request, allowedOrigins) };
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** Answers `OPTIONS` for a route with these methods. */
export async function handlePreflight(
  request: Request,
  methods: readonly string[],
): Promise<Response> {
  const { env } = await getChatApp();
  return toPreflightResponse(request, env.ALLOWED_ORIGINS, methods);
}
