import { expect, test } from "vitest";
import { toChatFailure } from "./chat-failure";
import { ChatRequestError } from "./chat-request-error";
import type { ChatUIMessage } from "./chat-ui-message";

const error = { code: "model-error", message: "The model broke off.", requestId: "r1" };
const failed: ChatUIMessage = {
  id: "a",
  role: "assistant",
  parts: [],
  metadata: { state: "failed", error },
};

test("a failed answer says why, also after a page load", () => {
  expect(toChatFailure({ status: "ready", error: undefined, lastMessage: failed })).toEqual({
    ...error,
    retryAfterSeconds: null,
  });
});

test("a refused request counts more than the answer before it", () => {
  const refusal = new ChatRequestError({
    code: "rate-limited",
    message: "Slow down.",
    requestId: "r2",
    retryAfterSeconds: 7,
  });
  expect(toChatFailure({ status: "error", error: refusal, lastMessage: failed })).toEqual({
    code: "rate-limited",
    message: "Slow down.",
    requestId: "r2",
    retryAfterSeconds: 7,
  });
});

test("a new attempt takes the failure away", () => {
  expect(toChatFailure({ status: "submitted", error: undefined, lastMessage: failed })).toBeNull();
});

test("an unknown error is a failure too", () => {
  const failure = toChatFailure({ status: "error", error: new Error("?"), lastMessage: undefined });
  expect(failure?.code).toBe("internal");
});

test("a whole answer is none", () => {
  const whole: ChatUIMessage = { ...failed, metadata: { state: "completed" } };
  expect(toChatFailure({ status: "ready", error: undefined, lastMessage: whole })).toBeNull();
});
