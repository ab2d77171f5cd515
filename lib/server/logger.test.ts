import { APICallError } from "@ai-sdk/provider";
import { describe, expect, it } from "vitest";
import { ChatError } from "@/lib/chat/chat-error";
import { createLogger } from "./logger";
import { captureLog } from "./testing/capture-log";

const error = new ChatError("model-error", "The model failed to answer.", {
  cause: new APICallError({
    message: "Your input was: 비밀 이야기",
    url: "https://provider.example/v1/responses",
    requestBodyValues: { input: "the whole request" },
    responseBody: "the whole response",
    responseHeaders: { "set-cookie": "the cookie" },
    statusCode: 400,
  }),
});

function logError(withContent: boolean): string {
  const logger = createLogger({ LOG_LEVEL: "info", LOG_CONTENT: withContent });
  const lines = captureLog(logger);
  logger.child({ requestId: "r1" }).error({ err: error }, "request-failed");
  return JSON.stringify(lines);
}

describe("createLogger", () => {
  it("writes lines that say who, when, how bad and what", () => {
    const logger = createLogger({ LOG_LEVEL: "info", LOG_CONTENT: false });
    const lines = captureLog(logger);
    logger.info({ requestId: "r1" }, "started");
    logger.debug("too much");
    expect(lines).toEqual([
      {
        name: "yeoul",
        level: "info",
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.+Z$/),
        requestId: "r1",
        msg: "started",
      },
    ]);
  });

  it("writes an error without bodies, headers and anybody's words", () => {
    const log = logError(false);
    expect(log).toContain('"statusCode":400');
    for (const kept of ["비밀", "the whole", "the cookie"]) expect(log).not.toContain(kept);
  });

  it("writes what an error quotes where the operator asks for content, and no bodies", () => {
    const log = logError(true);
    expect(log).toContain("비밀 이야기");
    for (const kept of ["the whole", "the cookie"]) expect(log).not.toContain(kept);
  });
});
