import { startServer } from "../fixtures/server";
import type { Server } from "../fixtures/server";
import { startUpstream } from "../fixtures/upstream";
import type { Upstream } from "../fixtures/upstream";
import { readAllEvents, readEvents } from "../fixtures/read-events";
import { objectsOf, textOf } from "../fixtures/stream-format";
import { postJson } from "./post-json";
import { expect, test } from "./test";

const TEXT = "안녕하세요, 여울입니다! 👋🏽👨‍👩‍👧‍👦\n\n오늘도 좋은 하루 보내세요.";
const USAGE = {
  chat: { prompt_tokens: 12, completion_tokens: 34, total_tokens: 46 },
  responses: { input_tokens: 12, output_tokens: 34, total_tokens: 46 },
};

for (const api of ["responses", "chat"] as const) {
  test.describe(`a provider by its ${api} API`, () => {
    test.describe.configure({ mode: "default" });
    let upstream: Upstream;
    let server: Server;

    test.beforeAll(async () => {
      upstream = await startUpstream({ chunkSize: 2 });
      server = await startServer({ ...upstream.env, OPENAI_API: api });
    });
    test.afterAll(async () => {
      await server.stop();
      await upstream.stop();
    });

    test("Korean text and emoji come exactly, with the usage", async ({ question }) => {
      upstream.answer(question, { content: TEXT, usage: USAGE[api] });
      const events = await readAllEvents(
        await postJson(`${server.url}/api/chat/stream?format=typed`, { message: question }),
      );
      expect(textOf("typed", events)).toBe(TEXT);
      expect(objectsOf(events).at(-1)).toMatchObject({
        type: "complete",
        metadata: {
          finish_reason: "stop",
          usage: { input_tokens: 12, output_tokens: 34, total_tokens: 46 },
        },
      });
    });

    test("tokens arrive over time and not in one jump", async ({ question }) => {
      upstream.answer(question, TEXT, { streamingProfile: { ttft: 100, tps: 25, jitter: 0 } });
      const response = await postJson(`${server.url}/api/chat/stream`, { message: question });
      const arrivalsMs: number[] = [];
      for await (const { data } of readEvents(response)) {
        if (data.includes('"chunk"')) arrivalsMs.push(performance.now());
      }
      const [firstMs = 0] = arrivalsMs;
      const lastMs = arrivalsMs.at(-1) ?? 0;
      expect(arrivalsMs.length).toBeGreaterThan(15);
      expect(lastMs - firstMs).toBeGreaterThan(500);
      const longestGapMs = Math.max(
        ...arrivalsMs.map((atMs, index) => atMs - (arrivalsMs[index - 1] ?? atMs)),
      );
      expect(longestGapMs).toBeLessThan((lastMs - firstMs) / 2);
    });

    test("a tool call goes to the tool and its result back to the model", async ({ question }) => {
      upstream.answerWhen(
        { userMessage: question, hasToolResult: false },
        {
          toolCalls: [{ id: "call_1", name: "calculator", arguments: '{"expression":"12*34+5"}' }],
        },
      );
      upstream.answerWhen(
        { userMessage: question, toolResultContains: "413" },
        { content: "답은 413이에요." },
      );
      const events = await readAllEvents(
        await postJson(`${server.url}/api/chat/stream?format=typed`, { message: question }),
      );
      expect(objectsOf(events)).toMatchObject([
        {
          type: "tool_call",
          tool_call_id: "call_1",
          content: { expression: "12*34+5" },
          metadata: { tool_name: "calculator" },
        },
        { type: "tool_result", tool_call_id: "call_1", content: { result: "413" } },
        ...objectsOf(events)
          .slice(2, -1)
          .map(() => ({ type: "content" })),
        { type: "complete", metadata: { finish_reason: "stop" } },
      ]);
      expect(textOf("typed", events)).toBe("답은 413이에요.");
    });

    test("system prompt, history and settings reach the model", async ({ question }) => {
      upstream.answer(question, "네");
      await readAllEvents(
        await postJson(`${server.url}/api/chat/stream`, {
          message: question,
          system: "존댓말로 답하세요.",
          history: [
            { role: "user", content: "안녕" },
            { role: "assistant", content: "안녕하세요" },
          ],
          temperature: 0.25,
          maxTokens: 77,
        }),
      );
      const request = upstream.requests().at(-1);
      expect(request).toMatchObject({ model: "mock", temperature: 0.25 });
      expect(request?.messages.map(({ content }) => JSON.stringify(content)).join("|")).toMatch(
        /존댓말로 답하세요\..*안녕".*안녕하세요.*질문/,
      );
      expect(JSON.stringify(request)).toContain("77");
    });
  });
}
