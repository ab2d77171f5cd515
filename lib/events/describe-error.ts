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

/** Errors whose messages quote what could not be parsed, which may be somebody's words. */
const QUOTING = new Set(["AI_JSONParseError", "AI_TypeValidationError", "SyntaxError", "ZodError"]);

/** Keys and tokens, as providers write them and echo them back. */
const SECRET = /\b(?:sk|pk|rk|key|org|proj|sess)[-_][A-Za-z0-9_*.-]{6,}|\bBearer\s+\S+/gi;

/**
 * An error and its chain of causes without what must not be logged: request and response bodies,
 * headers, and anything that looks like a key. Messages that quote content only with `withContent`.
 */
export function describeError(
  error: unknown,
  options: { readonly withContent: boolean },
  depth = 0,
): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error };
  const isQuoting = QUOTING.has(error.name) && !options.withContent;
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const status = "statusCode" in error && typeof error.statusCode === "number";
  const hasCause = error.cause !== undefined && error.cause !== null && depth < MAX_DEPTH;
  return {
    name: error.name,
    ...(!isQuoting && { message: redact(error.message).slice(0, MAX_MESSAGE_LENGTH) }),
    ...(code !== undefined && { code }),
    ...(status && { statusCode: error.statusCode as number }),
    ...(error.stack !== undefined && { stack: readFrames(error.stack) }),
    ...(hasCause && { cause: describeError(error.cause, options, depth + 1) }),
  };
}

function redact(text: string): string {
  return text.replace(SECRET, "[redacted]");
}

function readFrames(stack: string): readonly string[] {
  return stack
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.startsWith("at "))
    .slice(0, 8);
}
