import { expect, test } from "vitest";
import type { ChatPhaseInput } from "./chat-phase";
import { toActiveToolName, toChatPhase } from "./chat-phase";
import type { ChatUIMessage } from "./chat-ui-message";

const question: ChatUIMessage = { id: "q", role: "user", parts: [{ type: "text", text: "?" }] };

function answer(
  parts: ChatUIMessage["parts"],
  metadata: ChatUIMessage["metadata"] = {},
): ChatUIMessage {
  return { id: "a", role: "assistant", parts, metadata };
}

function phaseOf(input: Partial<ChatPhaseInput>) {
  return toChatPhase({
    status: "streaming",
    lastMessage: question,
    isResuming: false,
    isReconnecting: false,
    isStopping: false,
    ...input,
  });
}

const text = answer([{ type: "step-start" }, { type: "text", text: "안녕" }]);
const reasoning = answer([{ type: "reasoning", text: "음" }]);
const call = { type: "tool-calculator", toolCallId: "c", input: {} } as const;
const runningTool = answer([{ ...call, state: "input-available" }]);
const finishedTool = answer([{ ...call, state: "output-available", output: 2 }]);

test.each([
  ["a message has been sent", { status: "submitted" }, "waiting"],
  ["the answer has begun without a word", { lastMessage: answer([]) }, "waiting"],
  ["the model thinks", { lastMessage: reasoning }, "thinking"],
  ["a tool has not answered", { lastMessage: runningTool }, "using-tool"],
  ["a tool has answered", { lastMessage: finishedTool }, "waiting"],
  ["text arrives", { lastMessage: text }, "streaming"],
  ["the connection broke", { lastMessage: text, isReconnecting: true }, "reconnecting"],
  ["a stop is under way", { isStopping: true, isReconnecting: true }, "stopping"],
  ["a live run is looked for", { status: "ready", isResuming: true }, "waiting"],
  ["the answer is whole", { status: "ready", lastMessage: text }, "idle"],
  ["nothing is live but flags linger", { status: "ready", isReconnecting: true }, "idle"],
  ["a request failed", { status: "error" }, "failed"],
] satisfies [string, Partial<ChatPhaseInput>, string][])("when %s", (_, input, phase) => {
  expect(phaseOf(input)).toBe(phase);
});

test.each(["stopped", "interrupted", "failed"] as const)("an answer stays %s", (state) => {
  expect(phaseOf({ status: "ready", lastMessage: answer([], { state }) })).toBe(state);
});

test("the tool that is waited for has a name", () => {
  expect(toActiveToolName(runningTool)).toBe("calculator");
  expect(toActiveToolName(finishedTool)).toBeNull();
  expect(toActiveToolName(question)).toBeNull();
});
