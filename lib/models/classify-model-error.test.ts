import { APICallError } from "@ai-sdk/provider";
import { describe, expect, it } from "vitest";
import { ChatError } from "@/lib/chat/chat-error";
import { classifyModelError } from "./classify-model-error";

function callError(
  statusCode: number | undefined,
  changes: { cause?: unknown; retryAfter?: string } = {},
) {
  return new APICallError({
    message: "the provider's words",
    url: "https://provider.example/v1/responses",
    requestBodyValues: { input: "the user's words" },
    ...(statusCode !== undefined && { statusCode }),
    ...(changes.retryAfter !== undefined && {
      responseHeaders: { "retry-after": changes.retryAfter },
    }),
    cause: changes.cause,
  });
}

function systemError(code: string): Error {
  return Object.assign(new Error(`connect ${code}`), { code });
}

describe("classifyModelError", () => {
  it("leaves an error of our own as it is", () => {
    const error = new ChatError("model-timeout", "The model did not answer in time.");
    expect(classifyModelError(error)).toBe(error);
  });

  it("keeps the whole story as the cause", () => {
    const error = callError(500);
    expect(classifyModelError(error).cause).toBe(error);
  });

  it.each([
    [400, "model-error", "The model provider did not accept the request."],
    [401, "model-error", "The model provider refused this server's credentials."],
    [403, "model-error", "The model provider refused this server's credentials."],
    [404, "model-error", "The provider does not know this model."],
    [408, "model-timeout", "The model did not answer in time."],
    [422, "model-error", "The model provider did not accept the request."],
    [429, "model-unavailable", "The model is busy. Try again in a moment."],
    [500, "model-error", "The model failed to answer."],
    [503, "model-unavailable", "The model is busy. Try again in a moment."],
    [504, "model-timeout", "The model did not answer in time."],
    [529, "model-unavailable", "The model is busy. Try again in a moment."],
    [undefined, "model-error", "The model's answer broke off."],
  ])("takes the status %s for %s", (status, code, message) => {
    expect(classifyModelError(callError(status))).toMatchObject({ code, message });
  });

  it.each([
    ["ECONNREFUSED", "model-unavailable"],
    ["ENOTFOUND", "model-unavailable"],
    ["EAI_AGAIN", "model-unavailable"],
    ["EHOSTUNREACH", "model-unavailable"],
    ["ENETUNREACH", "model-unavailable"],
    ["ETIMEDOUT", "model-timeout"],
    ["UND_ERR_CONNECT_TIMEOUT", "model-timeout"],
    ["ECONNRESET", "model-error"],
    ["UND_ERR_SOCKET", "model-error"],
  ])("takes %s for %s, however deep it is", (errorCode, code) => {
    const cause = new TypeError("fetch failed", { cause: systemError(errorCode) });
    expect(classifyModelError(callError(undefined, { cause }))).toMatchObject({ code });
    expect(classifyModelError(cause)).toMatchObject({ code });
  });

  it("looks into the attempts at a host with several addresses", () => {
    const attempts = new AggregateError([systemError("ECONNREFUSED"), systemError("ECONNREFUSED")]);
    const cause = new TypeError("fetch failed", { cause: attempts });
    expect(classifyModelError(callError(undefined, { cause }))).toMatchObject({
      code: "model-unavailable",
    });
  });

  it.each([
    ["7", 7],
    ["0", 0],
    [" 30 ", 30],
    ["-1", undefined],
    ["1.5", undefined],
    ["", undefined],
    ["soon", undefined],
    ["Fri, 31 Dec 1999 23:59:59 GMT", undefined],
    [undefined, undefined],
  ])("understands the Retry-After %j as %s seconds", (retryAfter, seconds) => {
    const changes = retryAfter === undefined ? {} : { retryAfter };
    expect(classifyModelError(callError(429, changes)).retryAfterSeconds).toBe(seconds);
  });

  it.each([
    ["an object", { message: "the user's words", code: "server_error" }],
    ["a string", "the user's words"],
    ["nothing", undefined],
    ["an error that is its own cause", selfCaused()],
  ])("takes %s for an answer that broke off", (_name, error) => {
    expect(classifyModelError(error)).toMatchObject({
      code: "model-error",
      message: "The model's answer broke off.",
    });
  });
});

function selfCaused(): Error {
  const error = new Error("the user's words");
  error.cause = error;
  return error;
}
