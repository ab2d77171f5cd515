import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTokens } from "./read-tokens";

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc
    .array(
      fc.constantFrom("안녕", "각", " ", "\n", "\r\n", "word", "👨‍👩‍👧‍👦", "🇰🇷", "e\u0301", "\ud83d"),
    )
    .map((pieces) => pieces.join("")),
);

describe("readTokens", () => {
  it("loses nothing and adds nothing", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect([...readTokens(text)].join("")).toBe(text);
      }),
    );
  });

  it("never splits a grapheme cluster and never yields an empty token", () => {
    const segmenter = new Intl.Segmenter("ko", { granularity: "grapheme" });
    fc.assert(
      fc.property(anyText, (text) => {
        const boundaries = new Set([...segmenter.segment(text)].map(({ index }) => index));
        let position = 0;
        for (const token of readTokens(text)) {
          expect(boundaries).toContain(position);
          expect(token).not.toBe("");
          position += token.length;
        }
      }),
    );
  });

  it("makes pieces the size of words", () => {
    expect([...readTokens("안녕하세요, 저는 demo입니다.\n\nHello there 👨‍👩‍👧‍👦!")]).toEqual([
      "안녕하세요,",
      " 저는",
      " demo입니다.",
      "\n\n",
      "Hello",
      " there",
      " 👨‍👩‍👧‍👦!",
    ]);
  });

  it("cuts words that are too long", () => {
    const lengths = [...readTokens("가".repeat(15) + "a".repeat(30))].map((token) => token.length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(12);
  });
});
