import { ChatError } from "@/lib/chat/chat-error";
import { LIMITS } from "@/lib/protocol/limits";

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];

/**
 * Throws a `ChatError`: `unsupported-media-type`, `payload-too-large` (without reading on), or
 * `invalid-request` for what is no UTF-8, no JSON, or nested too deeply.
 */
export async function readJsonBody(request: Request): Promise<unknown> {
  const mediaType = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (mediaType !== "application/json") {
    throw new ChatError("unsupported-media-type", "The body must be application/json.");
  }
  const text = await readText(request);
  if (!isModest(text)) {
    throw new ChatError("invalid-request", "The body is nested too deeply or has too many values.");
  }
  return parseJson(text);
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

/** Looks at the text before anything is built from it: one pass, no allocation. */
function isModest(json: string): boolean {
  let depth = 0;
  let values = 0;
  let isInString = false;
  for (let index = 0; index < json.length; index += 1) {
    const character = json.charCodeAt(index);
    if (isInString) {
      if (character === BACKSLASH) index += 1;
      else if (character === QUOTE) isInString = false;
    } else if (character === QUOTE) {
      isInString = true;
    } else if (character === OPEN_BRACE || character === OPEN_BRACKET) {
      depth += 1;
      if (depth > LIMITS.jsonDepth) return false;
    } else if (character === CLOSE_BRACE || character === CLOSE_BRACKET) {
      depth -= 1;
    } else if (character === COMMA) {
      values += 1;
      if (values > LIMITS.jsonValues) return false;
    }
  }
  return true;
}
