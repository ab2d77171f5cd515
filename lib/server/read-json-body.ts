import { ChatError } from "@/lib/chat/chat-error";
import { LIMITS } from "@/lib/protocol/limits";

/**
 * Throws a `ChatError`: `unsupported-media-type`, `payload-too-large` (without reading on), or
 * `invalid-request` for what is no UTF-8, no JSON, or nested too deeply.
 */
export async function readJsonBody(request: Request): Promise<unknown> {
  const mediaType = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (mediaType !== "application/json") {
    throw new ChatError("unsupported-media-type", "The body must be application/json.");
  }
  const body = parseJson(await readText(request));
  if (!isShallow(body, LIMITS.jsonDepth)) {
    throw new ChatError("invalid-request", "The body is nested too deeply.");
  }
  return body;
}

async function readText(request: Request): Promise<string> {
  const tooLarge = () => new ChatError("payload-too-large", "The body is too large.");
  if (Number(request.headers.get("content-length")) > LIMITS.bodyBytes) throw tooLarge();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let size = 0;
  for await (const bytes of request.body ?? []) {
    size += bytes.byteLength;
    if (size > LIMITS.bodyBytes) throw tooLarge();
    text += decode(decoder, bytes);
  }
  return text + decode(decoder);
}

/** Without `bytes`: what is left. Guessing would garble what somebody wrote. */
function decode(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined });
  } catch (error) {
    throw new ChatError("invalid-request", "The body is not valid UTF-8.", { cause: error });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ChatError("invalid-request", "The body is not valid JSON.", { cause: error });
  }
}

function isShallow(value: unknown, maxDepth: number): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) return false;
    level = level.flatMap((item) =>
      typeof item === "object" && item !== null ? Object.values(item) : [],
    );
  }
  return true;
}
