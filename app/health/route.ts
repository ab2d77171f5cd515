export const dynamic = "force-dynamic";

/** Answers while the process lives, whatever state its parts are in. */
export function GET(): Response {
  return Response.json({ status: "healthy" }, { headers: { "Cache-Control": "no-store" } });
}
