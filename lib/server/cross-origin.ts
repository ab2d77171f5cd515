/** Who may call from another origin, and what answers say about it (Fetch Standard §3.3). */

/** A page of this application, a program, or an origin on the list. */
export function isOriginAllowed(request: Request, allowedOrigins: readonly string[]): boolean {
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  if (origin !== null && allowedOrigins.includes(origin)) return true;
  if (site !== null) return site === "same-origin" || site === "none";
  return origin === null || isSameOrigin(origin, request);
}

/** Empty unless the request comes from an origin on the list. */
export function toCorsHeaders(
  request: Request,
  allowedOrigins: readonly string[],
): Readonly<Record<string, string>> {
  const origin = request.headers.get("origin");
  if (origin === null || !allowedOrigins.includes(origin)) return { Vary: "Origin" };
  return {
    Vary: "Origin",
    "Access-Control-Allow-Origin": origin,
    "Access-Control-Allow-Credentials": "true",
    "Access-Control-Expose-Headers": "X-Request-Id, Retry-After, x-vercel-ai-ui-message-stream",
  };
}

/** The answer to `OPTIONS`, preflight or not. */
export function toPreflightResponse(
  request: Request,
  allowedOrigins: readonly string[],
  methods: readonly string[],
): Response {
  const cors = toCorsHeaders(request, allowedOrigins);
  const allow = [...methods, "OPTIONS"].join(", ");
  const permissions = {
    "Access-Control-Allow-Methods": allow,
    "Access-Control-Allow-Headers":
      "Content-Type, Authorization, Last-Event-ID, Cache-Control, X-Request-Id, User-Agent",
    "Access-Control-Max-Age": "600",
  };
  const isPermitted = "Access-Control-Allow-Origin" in cors;
  return new Response(null, {
    status: 204,
    headers: { Allow: allow, ...cors, ...(isPermitted && permissions) },
  });
}

function isSameOrigin(origin: string, request: Request): boolean {
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  return URL.canParse(origin) && new URL(origin).host === host;
}
