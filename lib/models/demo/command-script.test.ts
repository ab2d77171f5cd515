import { APICallError } from "@ai-sdk/provider";
import fc from "fast-check";
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

describe("a command", () => {
  it("/echo sends back exactly what it was given", async () => {
    const pieces = fc.constantFrom(
      "안녕",
      " ",
      "\n",
      "\r\n",
      "👨‍👩‍👧‍👦",
      "**굵게**을",
      "/cut",
      "e\u0301",
      "\t",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(pieces).map((list) => list.join("")),
    );
    await fc.assert(
      fc.asyncProperty(text, async (sent) => {
        expect(textOf(await streamFromDemo(`/echo ${sent}`, { maxOutputTokens: 1 }))).toBe(sent);
      }),
    );
  });

  it("/long has as many tokens as it was told, the same every time", async () => {
    const parts = await streamFromDemo("/long 1234 0", { maxOutputTokens: 100 });
    expect(tokensOf(parts)).toHaveLength(1_234);
    expect(textOf(parts)).toContain("End of the answer: 1234 tokens.");
    expect(tokensOf(await streamFromDemo("/long 1234 0"))).toEqual(tokensOf(parts));
  });

  it("/long numbers its paragraphs with the tokens before them", async () => {
    const tokens = tokensOf(await streamFromDemo("/long 400"));
    const marks = [...tokens.join("").matchAll(/\[(\d+)\]\n/g)];
    const positions = marks.map(({ 1: mark }) => Number(mark));
    expect(new Set(positions).size).toBe(positions.length);
    expect(positions.length).toBeGreaterThan(10);
    const headings = positions.map((position) => tokens.slice(position).join(""));
    headings.forEach((rest, index) => {
      expect(rest.replace(/^## .*\n\n/, "")).toMatch(new RegExp(`^\\[${positions[index]}\\]`));
    });
  });

  it("/cut ends without a finish", async () => {
    const parts = await streamFromDemo("/cut 7");
    expect(tokensOf(parts)).toHaveLength(7);
    expect(parts.at(-1)).toMatchObject({ type: "text-delta" });
    const whole = await instantDemoModel.doGenerate({ prompt: asking("/cut 7") });
    expect(whole.finishReason.unified).toBe("interrupted");
  });

  it("/error fails before anything is sent", async () => {
    const failure = await streamFromDemo("/error").catch((error: unknown) => error);
    expect(APICallError.isInstance(failure)).toBe(true);
    expect(failure).toMatchObject({ statusCode: 500, message: "demo failure" });
  });

  it("/error after fails in the middle", async () => {
    const parts = await streamFromDemo("/error after 3");
    expect(tokensOf(parts)).toHaveLength(3);
    expect(parts.find(({ type }) => type === "error")).toMatchObject({
      error: { statusCode: 500, message: "demo failure" },
    });
    await expect(instantDemoModel.doGenerate({ prompt: asking("/error after 3") })).rejects.toThrow(
      "demo failure",
    );
  });

  it("/loop calls a tool in every step until it may not", async () => {
    const first = await streamFromDemo("/loop");
    const prompt = answered("/loop", toolCallsOf(first), { type: "json", value: "1" });
    const second = await streamFromDemo("", { prompt });
    expect(toolCallsOf(first)).toHaveLength(1);
    expect(toolCallsOf(second)).toHaveLength(1);
    const last = await streamFromDemo("", { prompt, toolChoice: { type: "none" } });
    expect(textOf(last)).toContain("after 1 tool calls");
  });

  it("/stall goes on after its silence", async () => {
    const text = textOf(await streamFromDemo("/stall 0.01"));
    expect(text).toMatch(/^This answer begins.*goes on again/s);
  });

  it("that is not known leads to the list of commands", async () => {
    expect(textOf(await streamFromDemo("/nonsense"))).toContain("`/echo <text>`");
    expect(textOf(await streamFromDemo("/help"))).toContain("`/echo <text>`");
  });
});
