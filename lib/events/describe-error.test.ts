import {
  APICallError,
  InvalidResponseDataError,
  JSONParseError,
  TypeValidationError,
} from "@ai-sdk/provider";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ChatError } from "@/lib/chat/chat-error";
import { describeError } from "./describe-error";

const WORDS = "비밀 이야기 9";
const KEY = "sk-proj-Zx81LmQ0pTr4";

const apiCallError = new APICallError({
  message: `Invalid input: "${WORDS}". Incorrect API key provided: ${KEY}`,
  url: `https://provider.example/v1?key=${KEY}`,
  requestBodyValues: { messages: [{ content: WORDS }] },
  responseHeaders: { authorization: `Bearer ${KEY}` },
  responseBody: JSON.stringify({ error: { message: WORDS } }),
  statusCode: 400,
  data: { error: WORDS },
});

const syntaxError = thrownBy(() => JSON.parse(WORDS));
const zodError = thrownBy(() => z.strictObject({}).parse({ [WORDS]: true }));

const quoting: readonly [string, Error][] = [
  ["a provider's refusal", apiCallError],
  ["a provider's frame that is no JSON", new JSONParseError({ text: WORDS, cause: syntaxError })],
  [
    "a provider's frame of another kind",
    new TypeValidationError({ value: WORDS, cause: zodError }),
  ],
  ["a provider's data that is not valid", new InvalidResponseDataError({ data: WORDS })],
  ["a parser's complaint", syntaxError],
  ["a schema's complaint", zodError],
];

function thrownBy(fail: () => unknown): Error {
  try {
    fail();
  } catch (error) {
    return error as Error;
  }
  throw new Error("nothing was thrown");
}

function text(error: unknown, withContent = false): string {
  return JSON.stringify(describeError(error, { withContent }));
}

describe("describeError", () => {
  it("tells name, message, code, status and frames, along the chain of causes", () => {
    const cause = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:11434"), {
      code: "ECONNREFUSED",
    });
    const error = new ChatError("model-unavailable", "The model can't be reached.", { cause });
    expect(describeError(error, { withContent: false })).toMatchObject({
      name: "ChatError",
      message: "The model can't be reached.",
      code: "model-unavailable",
      stack: expect.arrayContaining([expect.stringMatching(/^at .+describe-error\.test\.ts/)]),
      cause: { name: "Error", message: cause.message, code: "ECONNREFUSED" },
    });
    expect(describeError(apiCallError, { withContent: false })).toMatchObject({
      name: "AI_APICallError",
      statusCode: 400,
    });
  });

  it.each(quoting)("quotes nothing of %s", (_name, error) => {
    expect(text(error)).not.toContain(WORDS);
    expect(text(new ChatError("internal", "Something.", { cause: error }))).not.toContain(WORDS);
  });

  it.each(quoting)("quotes %s where the operator asks for content", (_name, error) => {
    expect(text(error, true)).toContain(WORDS);
  });

  it.each([true, false])("gives no bodies, headers or keys away (content: %s)", (withContent) => {
    const described = text(new Error("failed", { cause: apiCallError }), withContent);
    for (const secret of [KEY, "messages", "Bearer", "provider.example", '{"error"']) {
      expect(described).not.toContain(secret);
    }
  });

  it.each([
    "sk-4f9a2c77d1e84b",
    "sk-proj-a_b-c.d4f9a2c77",
    "sk-ant-api03-4f9a2c77",
    "gsk_4f9a2c77d1e84b",
    "xai-4f9a2c77d1e84b",
    "hf_4f9a2c77d1e84b",
    "Bearer 4f9a2c77d1e84b",
    "bearer: 4f9a2c77d1e84b",
    "https://user:4f9a2c77@host/v1",
  ])("hides the key in %j", (secret) => {
    const described = text(new Error(`The header "${secret}" is not valid`), true);
    expect(described).toContain("[redacted]");
    expect(described).not.toContain("4f9a2c77");
  });

  it("takes no line of the message for a frame", () => {
    const error = new Error(`failed:\n    at ${WORDS}\n    at home (${WORDS}:1:1)`);
    error.name = "SyntaxError";
    const named = Object.assign(new SyntaxError(error.message), { code: "E" });
    expect(text(error)).not.toContain(WORDS);
    expect(text(named)).not.toContain(WORDS);
    expect(describeError(named, { withContent: false }).stack?.length).toBeGreaterThan(0);
  });

  it("gives an upstream's error object by its codes, not by its words", () => {
    const error = { message: WORDS, code: "rate_limit_exceeded", statusCode: 429, data: WORDS };
    expect(describeError(error, { withContent: false })).toEqual({
      name: "object",
      code: "rate_limit_exceeded",
      statusCode: 429,
    });
  });

  it.each([
    ["a string", WORDS, { name: "string" }],
    ["null", null, { name: "object" }],
    ["nothing", undefined, { name: "undefined" }],
    ["a sentence as a code", { code: WORDS }, { name: "object" }],
    ["a key as a code", { code: KEY }, { name: "object" }],
  ])("says of %s only what it is", (_name, error, description) => {
    expect(describeError(error, { withContent: false })).toEqual(description);
  });

  it("shortens a long message, and a chain that never ends", () => {
    const error = new Error("가".repeat(10_000));
    error.cause = error;
    const described = describeError(error, { withContent: false });
    expect(described.message).toHaveLength(300);
    expect(JSON.stringify(described).match(/"cause"/g)).toHaveLength(6);
  });
});
