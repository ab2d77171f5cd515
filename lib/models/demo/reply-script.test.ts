import type { LanguageModelV4Prompt } from "@ai-sdk/provider";
import { describe, expect, it } from "vitest";
import {
  answered,
  asking,
  instantDemoModel,
  streamFromDemo,
  textOf,
  tokensOf,
  toolCallsOf,
} from "./testing/stream-from-demo";

describe("an answer of the demo model", () => {
  it("is in Korean when the question has Hangul, else in English", async () => {
    expect(textOf(await streamFromDemo("농담 하나 해 줘"))).toContain("데모 모델");
    expect(textOf(await streamFromDemo("tell me a joke"))).toContain("demo model");
  });

  it("says that it is a demo, quotes the question and names what to set", async () => {
    const text = textOf(await streamFromDemo("tell me a joke"));
    expect(text).toContain("not an AI");
    expect(text).toContain("tell me a joke");
    expect(text).toContain("OPENAI_API_KEY");
  });

  it("quotes only the beginning of a long question", async () => {
    const text = textOf(await streamFromDemo("blah ".repeat(50_000)));
    expect(text.length).toBeLessThan(1_000);
    expect(text).toContain("…");
  });

  it("explains an environment variable that is named", async () => {
    const text = textOf(await streamFromDemo("OPENAI_BASE_URL이 뭐야?"));
    expect(text).toContain("`OPENAI_BASE_URL`: OpenAI 호환 서버의 주소");
  });

  it.each(["markdown", "마크다운"])("to %j is a long sample", async (message) => {
    const text = textOf(await streamFromDemo(message, { maxOutputTokens: 1_000 }));
    expect(text.length).toBeGreaterThanOrEqual(2_500);
    expect(text).toContain("**마크다운(Markdown)**을");
    expect(text).toContain("고맙습니다");
  });

  it("has its parts in order and counts its tokens", async () => {
    const parts = await streamFromDemo("hello");
    const types = parts.map(({ type }) => type).filter((type) => type !== "text-delta");
    expect(types).toEqual([
      "stream-start",
      "response-metadata",
      "text-start",
      "text-end",
      "finish",
    ]);
    expect(parts.at(-1)).toMatchObject({
      finishReason: { unified: "stop" },
      usage: { inputTokens: { total: 9 }, outputTokens: { total: tokensOf(parts).length } },
    });
  });

  it("begins with reasoning when asked to think", async () => {
    const parts = await streamFromDemo("생각해 줘");
    const types = parts.map(({ type }) => type).filter((type) => !type.endsWith("-delta"));
    expect(types).toEqual([
      "stream-start",
      "response-metadata",
      "reasoning-start",
      "reasoning-end",
      "text-start",
      "text-end",
      "finish",
    ]);
  });

  it("ends as `length` at the most tokens that were allowed", async () => {
    const parts = await streamFromDemo("hello", { maxOutputTokens: 5 });
    expect(tokensOf(parts)).toHaveLength(5);
    expect(parts.at(-1)).toMatchObject({ finishReason: { unified: "length" } });
  });

  it("is the same without streaming", async () => {
    const whole = await instantDemoModel.doGenerate({ prompt: asking("think about 안녕") });
    const streamed = await streamFromDemo("think about 안녕");
    expect(whole.content.at(-1)).toEqual({ type: "text", text: textOf(streamed) });
    expect(whole.content[0]).toMatchObject({ type: "reasoning" });
    expect(whole.finishReason.unified).toBe("stop");
  });
});

describe("a question for a tool", () => {
  it("becomes a call, and its result an answer", async () => {
    const parts = await streamFromDemo("12*34+5는 얼마야?");
    expect(toolCallsOf(parts)).toMatchObject([
      { toolName: "calculator", input: '{"expression":"12*34+5"}' },
    ]);
    expect(parts.at(-1)).toMatchObject({ finishReason: { unified: "tool-calls" } });

    const prompt = answered("12*34+5는 얼마야?", toolCallsOf(parts), {
      type: "json",
      value: { expression: "12*34+5", result: "413" },
    });
    expect(textOf(await streamFromDemo("", { prompt }))).toContain("`12*34+5` = **413**");
  });

  it("announces the call before it is made", async () => {
    const types = (await streamFromDemo("1+1")).map(({ type }) => type);
    expect(types).toEqual([
      "stream-start",
      "response-metadata",
      "tool-input-start",
      "tool-input-delta",
      "tool-input-end",
      "tool-call",
      "finish",
    ]);
  });

  it("says plainly that a tool failed", async () => {
    const parts = await streamFromDemo("/tool error");
    expect(toolCallsOf(parts)).toMatchObject([{ input: '{"expression":"1/0"}' }]);
    const prompt = answered("/tool error", toolCallsOf(parts), {
      type: "error-text",
      value: "Division by zero",
    });
    expect(textOf(await streamFromDemo("", { prompt }))).toContain("failed: Division by zero");
  });

  it("tells the time that the tool told", async () => {
    const parts = await streamFromDemo("지금 몇 시야?");
    expect(toolCallsOf(parts)).toMatchObject([
      { toolName: "current_time", input: '{"timeZone":"Asia/Seoul"}' },
    ]);
    const prompt = answered("지금 몇 시야?", toolCallsOf(parts), {
      type: "json",
      value: {
        timeZone: "Asia/Seoul",
        iso: "2026-11-21T18:05:00+09:00",
        date: "2026-11-21",
        time: "18:05:00",
        weekday: "Saturday",
        utcOffset: "+09:00",
      },
    });
    const text = textOf(await streamFromDemo("", { prompt }));
    expect(text).toContain("**서울** 현재 시각은 2026년 11월 21일 토요일 18시 5분입니다.");
  });

  it("makes two calls of two questions, each with an id of its own", async () => {
    const calls = toolCallsOf(await streamFromDemo("What is 2^64, and what time is it in Seoul?"));
    expect(calls).toMatchObject([
      { toolName: "calculator", input: '{"expression":"2^64"}' },
      { toolName: "current_time", input: '{"timeZone":"Asia/Seoul"}' },
    ]);
    expect(new Set(calls.map(({ toolCallId }) => toolCallId)).size).toBe(2);
  });

  it("gets no guess where the tool is not there", async () => {
    const parts = await streamFromDemo("12*34", { tools: [] });
    expect(toolCallsOf(parts)).toEqual([]);
    expect(textOf(parts)).toContain("`calculator`, which is not available");
    expect(toolCallsOf(await streamFromDemo("12*34", { toolChoice: { type: "none" } }))).toEqual(
      [],
    );
  });

  it("looks only at the last user message", async () => {
    const prompt: LanguageModelV4Prompt = [...asking("12*34"), ...asking("tell me a joke")];
    expect(textOf(await streamFromDemo("", { prompt }))).toContain("tell me a joke");
  });
});
