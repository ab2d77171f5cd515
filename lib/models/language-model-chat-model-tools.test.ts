import { isChatCompletionBody, LLMock } from "@copilotkit/aimock";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { ChatTool } from "@/lib/chat/chat-tool";
import { generateReply } from "@/lib/chat/generate-reply";
import type { StreamingChunk } from "@/lib/chat/streaming-chunk";
import { startFakeUpstream } from "./testing/fake-upstream";
import { FRAMES, startSse, type Api } from "./testing/sse-frames";
import { createUpstreamModel, modelRequest, readStep } from "./testing/upstream-model";

const APIS: readonly Api[] = ["chat", "responses"];

const adder: ChatTool<{ expression: string }> = {
  name: "calculator",
  description: "Adds numbers.",
  inputSchema: z.object({ expression: z.string().describe("Such as 1 + 2") }),
  async execute({ expression }) {
    const terms = expression.split("+").map(Number);
    if (terms.some(Number.isNaN)) throw new Error("계산할 수 없는 식이에요");
    return { expression, result: terms.reduce((sum, term) => sum + term, 0) };
  },
};

describe.each(APIS)("tools over the %s API", (api) => {
  let mock: LLMock;

  beforeEach(async () => {
    mock = new LLMock({ host: "127.0.0.1", port: 0, logLevel: "silent" });
    mock.on({ hasToolResult: true }, { content: "답은 3이에요." });
    await mock.start();
  });

  afterEach(() => mock.stop());

  async function reply(): Promise<readonly StreamingChunk[]> {
    const batches = generateReply(
      {
        model: createUpstreamModel({ baseUrl: `${mock.url}/v1`, api }),
        request: modelRequest({ tools: [adder] }),
        messageId: "m1",
        createdAt: "2026-11-21T00:00:00.000Z",
        requestId: "r1",
        maxSteps: 4,
        toolTimeoutMs: 1_000,
        onError: () => {},
      },
      new AbortController().signal,
    );
    return (await Array.fromAsync(batches)).flat();
  }

  /** What the upstream was shown in its second request, after the user's message. */
  function secondRequest(): readonly unknown[] {
    const body = mock.getRequests()[1]?.body;
    expect(isChatCompletionBody(body)).toBe(true);
    return (body as { messages: unknown[] }).messages.slice(1);
  }

  it("shows the upstream its call and the tool's result", async () => {
    const call = { id: "call_1", name: "calculator", arguments: '{"expression":"1 + 2"}' };
    mock.on({ hasToolResult: false }, { toolCalls: [call] }, { chunkSize: 4 });
    const chunks = await reply();
    expect(chunks.filter(({ type }) => type.startsWith("tool_"))).toEqual([
      {
        type: "tool_call",
        toolCallId: "call_1",
        toolName: "calculator",
        input: { expression: "1 + 2" },
      },
      {
        type: "tool_result",
        toolCallId: "call_1",
        toolName: "calculator",
        output: { expression: "1 + 2", result: 3 },
        isError: false,
      },
    ]);
    expect(chunks.at(-2)).toEqual({ type: "content", content: "답은 3이에요." });
    expect(chunks.at(-1)).toMatchObject({ state: "completed", finishReason: "stop" });
    expect(secondRequest()).toMatchObject([
      {
        role: "assistant",
        tool_calls: [
          {
            id: "call_1",
            function: { name: "calculator", arguments: '{"expression":"1 + 2"}' },
          },
        ],
      },
      { role: "tool", tool_call_id: "call_1", content: '{"expression":"1 + 2","result":3}' },
    ]);
  });

  it("shows the upstream the result of each of several calls", async () => {
    const toolCalls = ["1 + 2", "10 + 20"].map((expression, index) => {
      return { id: `call_${index}`, name: "calculator", arguments: { expression } };
    });
    mock.on({ hasToolResult: false }, { toolCalls });
    await reply();
    const results = secondRequest().filter(
      (message) => (message as { role: string }).role === "tool",
    );
    expect(results).toMatchObject([
      { tool_call_id: "call_0", content: '{"expression":"1 + 2","result":3}' },
      { tool_call_id: "call_1", content: '{"expression":"10 + 20","result":30}' },
    ]);
  });

  it("keeps what the upstream said before its call", async () => {
    const call = { id: "call_1", name: "calculator", arguments: { expression: "1 + 2" } };
    mock.on({ hasToolResult: false }, { content: "계산해 볼게요.", toolCalls: [call] });
    await reply();
    expect(JSON.stringify(secondRequest())).toContain("계산해 볼게요.");
  });

  it.each([
    ["a tool's failure", '{"expression":"one"}', "계산할 수 없는 식이에요"],
    [
      "an input that does not fit",
      '{"expression":7}',
      "The input does not fit the tool calculator.",
    ],
  ])("shows the upstream %s and goes on", async (_name, json, sentence) => {
    const call = { id: "call_1", name: "calculator", arguments: json };
    mock.on({ hasToolResult: false }, { toolCalls: [call] });
    const chunks = await reply();
    expect(chunks.at(-1)).toMatchObject({ state: "completed" });
    expect(secondRequest().at(-1)).toMatchObject({
      role: "tool",
      content: expect.stringContaining(sentence),
    });
  });

  it("shows the upstream the tool's schema, and forbids calls in the last step", async () => {
    const upstream = await startFakeUpstream((response) =>
      startSse(response).end(FRAMES[api].text("네") + FRAMES[api].finish("stop")),
    );
    const model = createUpstreamModel({ baseUrl: upstream.baseUrl, api });
    await readStep(model, modelRequest({ tools: [adder], mayCallTools: true }));
    await readStep(model, modelRequest({ tools: [adder], mayCallTools: false }));
    const [first, last] = upstream.requests.map(({ body }) => body);
    expect(first).toMatchObject({ tool_choice: "auto" });
    expect(last).toMatchObject({ tool_choice: "none" });
    expect(JSON.stringify(first)).toContain(
      '"properties":{"expression":{"type":"string","description":"Such as 1 + 2"}}',
    );
  });
});
