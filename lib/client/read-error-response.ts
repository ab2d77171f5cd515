import { CHAT_ERROR_CODES, type ChatErrorCode } from "@/lib/chat/chat-error";
import { ChatRequestError } from "./chat-request-error";

const errorCodes: ReadonlySet<unknown> = new Set(CHAT_ERROR_CODES);

/** `null`: the body is none of ours, such as the page of a proxy in between. */
export async function readErrorResponse(response: Response): Promise<ChatRequestError | null> {
  const error = toErrorBody(await response.text());
  if (error === null) return null;
  return new ChatRequestError({ ...error, retryAfterSeconds: toRetryAfterSeconds(response) });
}

export function toRetryAfterSeconds(response: Response): number | null {
  const seconds = Number(response.headers.get("Retry-After") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}

function toErrorBody(
  text: string,
): { code: ChatErrorCode; message: string; requestId: string | null } | null {
  const body = parseJson(text);
  if (!isRecord(body) || !isRecord(body.error)) return null;
  const { code, message, requestId } = body.error;
  if (!isErrorCode(code) || typeof message !== "string") return null;
  return { code, message, requestId: typeof requestId === "string" ? requestId : null };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isErrorCode(value: unknown): value is ChatErrorCode {
  return errorCodes.has(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
