/** What a log may say about an error. */
export interface ErrorDescription {
  readonly name: string;
  readonly message?: string;
  readonly code?: string;
  readonly statusCode?: number;
  readonly stack?: readonly string[];
  readonly cause?: ErrorDescription;
}

const MAX_DEPTH = 6;
const MAX_MESSAGE_LENGTH = 300;
const MAX_FRAMES = 8;

/** Errors whose messages may be somebody's words: what did not parse, or what a provider said of it. */
const QUOTING = /^(?:AI_.*|\$?ZodError|SyntaxError)$/;

/** Keys and tokens, as providers write them and echo them back; credentials in a URL. */
const SECRET =
  /\b(?:g?sk|pk|rk|key|org|proj|sess|xai|hf)[-_][A-Za-z0-9_*.-]{6,}|\bBearer[:\s]+[^\s"']+|(?<=:\/\/)[^\s/@]+@/gi;

const CODE = /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/;

/**
 * An error and its chain of causes without what must not be logged: request and response bodies,
 * headers, and anything that looks like a key. Messages that quote content only with `withContent`.
 */
export function describeError(
  error: unknown,
  options: { readonly withContent: boolean },
  depth = 0,
): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error, ...readCodes(error) };
  const isQuoting = QUOTING.test(error.name) && !options.withContent;
  const hasCause = error.cause !== undefined && error.cause !== null && depth < MAX_DEPTH;
  return {
    name: error.name,
    ...(!isQuoting && { message: redact(error.message).slice(0, MAX_MESSAGE_LENGTH) }),
    ...readCodes(error),
    ...(error.stack !== undefined && { stack: readFrames(error.stack, error.message) }),
    ...(hasCause && { cause: describeError(error.cause, options, depth + 1) }),
  };
}

function readCodes(error: unknown): Pick<ErrorDescription, "code" | "statusCode"> {
  if (typeof error !== "object" || error === null) return {};
  const { code, statusCode } = error as { readonly code?: unknown; readonly statusCode?: unknown };
  const isCode = typeof code === "string" && CODE.test(code) && redact(code) === code;
  return {
    ...(isCode && { code }),
    ...(typeof statusCode === "number" && { statusCode }),
  };
}

function redact(text: string): string {
  return text.replace(SECRET, "[redacted]");
}

/** What follows the message, whose own lines may look like frames. */
function readFrames(stack: string, message: string): readonly string[] {
  const start = stack.indexOf(message);
  if (start === -1) return [];
  return stack
    .slice(start + message.length)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.startsWith("at "))
    .slice(0, MAX_FRAMES);
}
