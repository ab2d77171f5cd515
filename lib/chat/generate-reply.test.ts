import { describe, expect, it } from "vitest";
import { ChatError } from "./chat-error";
import { generateReply, type ReplyOptions } from "./generate-reply";
import type { StreamingChunk } from "./streaming-chunk";
import { echoTool } from "./testing/echo-tool";
import { callTool, say, ScriptedModel } from "./testing/scripted-model";

const TOOL_CALLS = { finishReason: "tool-calls" } as const;

function replyOptions(model: ScriptedModel, changes: Partial<ReplyOptions> = {}): ReplyOptions {
  return {
    model,
    messageId: "m1",
    createdAt: "2026-11-21T00:00:00.000Z",
    requestId: "r1",
    maxSteps: 3,
    toolTimeoutMs: 50,
    onError: () => {},
    request: {
      system: null,
      messages: [{ role: "user", id: "u1", parts: [{ type: "text", text: "안녕" }] }],
      tools: [echoTool],
      temperature: 0.7,
      maxOutputTokens: 100,
    },
    ...changes,
  };
}

async function collect(
  options: ReplyOptions,
  signal = new AbortController().signal,
): Promise<StreamingChunk[]> {
  return (await Array.fromAsync(generateReply(options, signal))).flat();
}

describe("generateReply", () => {
  it("begins with the message and ends with one complete chunk", async () => {
    const chunks = await collect(replyOptions(new ScriptedModel([{ batches: [say("안", "녕")] }])));
    expect(chunks.map(({ type }) => type)).toEqual(["message", "content", "content", "complete"]);
    expect(chunks.at(-1)).toMatchObject({ state: "completed", finishReason: "stop" });
  });

  it("keeps together what arrived together", async () => {
    const model = new ScriptedModel([{ batches: [say("a", "b"), say("c")] }]);
    const batches = await Array.fromAsync(
      generateReply(replyOptions(model), new AbortController().signal),
    );
    expect(batches.map(({ length }) => length)).toEqual([1, 2, 1, 1]);
  });

  it("runs the tools that a step asks for and shows the model their results", async () => {
    const model = new ScriptedModel([
      { batches: [[callTool("c1", "echo", "hi"), callTool("c2", "echo", "yo")]], end: TOOL_CALLS },
      { batches: [say("done")] },
    ]);
    const chunks = await collect(replyOptions(model));
    expect(chunks.map(({ type }) => type)).toEqual([
      "message",
      "tool_call",
      "tool_call",
      "tool_result",
      "tool_result",
      "content",
      "complete",
    ]);
    expect(model.requests[1]?.turns[0]?.toolResults).toMatchObject([
      { toolCallId: "c1", output: { echoed: "hi" }, isError: false },
      { toolCallId: "c2", output: { echoed: "yo" }, isError: false },
    ]);
  });

  it.each([
    ["a tool that throws", callTool("c1", "echo", "fail"), "The echo failed."],
    ["a tool that takes too long", callTool("c1", "echo", "hang"), "The tool echo took too long."],
    ["a tool that does not exist", callTool("c1", "none", ""), "There is no tool named none."],
    [
      "an input that does not fit",
      { ...callTool("c1", "echo", ""), input: 7 },
      "The input does not fit the tool echo.",
    ],
  ])("makes an error result of %s and goes on", async (_name, call, output) => {
    const model = new ScriptedModel([
      { batches: [[call]], end: TOOL_CALLS },
      { batches: [say("sorry")] },
    ]);
    const chunks = await collect(replyOptions(model));
    expect(chunks).toContainEqual(expect.objectContaining({ output, isError: true }));
    expect(chunks.at(-1)).toMatchObject({ state: "completed" });
  });

  it("stops calling tools at the last step", async () => {
    const model = new ScriptedModel([
      { batches: [[callTool("c1", "echo", "again")]], end: TOOL_CALLS },
    ]);
    const chunks = await collect(replyOptions(model));
    expect(model.requests.map(({ mayCallTools }) => mayCallTools)).toEqual([true, true, false]);
    expect(chunks.at(-1)).toMatchObject({ state: "completed", finishReason: "tool-calls" });
  });

  it("sums the usage of all steps", async () => {
    const usage = { inputTokens: 3, outputTokens: 4, totalTokens: 7 };
    const model = new ScriptedModel([
      { batches: [[callTool("c1", "echo", "hi")]], end: { ...TOOL_CALLS, usage } },
      { batches: [say("done")], end: { usage } },
    ]);
    const chunks = await collect(replyOptions(model));
    expect(chunks.at(-1)).toMatchObject({
      usage: { inputTokens: 6, outputTokens: 8, totalTokens: 14 },
    });
  });

  it("fails with the model's error after what was said before it", async () => {
    const error = new ChatError("model-timeout", "The model did not answer in time.");
    const model = new ScriptedModel([{ batches: [say("half")], end: { error } }]);
    const reported: unknown[] = [];
    const options = replyOptions(model, { onError: (cause) => reported.push(cause) });
    const chunks = await collect(options);
    expect(chunks.slice(1)).toMatchObject([
      { type: "content", content: "half" },
      { type: "error", code: "model-timeout", requestId: "r1" },
      { type: "complete", state: "failed", finishReason: "error" },
    ]);
    expect(reported).toEqual([error]);
  });

  it("hides what an unknown error says", async () => {
    const error = new Error("secret path /etc");
    const model = new ScriptedModel([{ batches: [], end: { error } }]);
    const chunks = await collect(replyOptions(model));
    expect(chunks).toContainEqual(expect.objectContaining({ code: "internal" }));
    expect(JSON.stringify(chunks)).not.toContain("secret");
  });

  it.each([
    ["while the model is silent", { batches: [say("half")], end: "never" as const }],
    [
      "while a tool runs",
      { batches: [[...say("half"), callTool("c1", "echo", "hang")]], end: TOOL_CALLS },
    ],
  ])("ends as stopped when it is aborted %s", async (_name, step) => {
    const controller = new AbortController();
    const options = replyOptions(new ScriptedModel([step]), { toolTimeoutMs: 60_000 });
    const chunks: StreamingChunk[] = [];
    for await (const batch of generateReply(options, controller.signal)) {
      chunks.push(...batch);
      setImmediate(() => chunks.length > 1 && controller.abort());
    }
    expect(chunks[1]).toMatchObject({ content: "half" });
    expect(chunks.at(-1)).toMatchObject({ type: "complete", state: "stopped" });
  });
});
