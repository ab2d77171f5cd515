import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ModelChunk } from "./chat-model";
import { WholeCodePoints } from "./whole-code-points";

function passThrough(batches: readonly (readonly ModelChunk[])[]): readonly ModelChunk[] {
  const wholeCodePoints = new WholeCodePoints();
  return [...batches.flatMap((batch) => wholeCodePoints.push(batch)), ...wholeCodePoints.flush()];
}

function toText(chunks: readonly ModelChunk[]): string {
  return chunks.map((chunk) => ("content" in chunk ? chunk.content : "")).join("");
}

describe("WholeCodePoints", () => {
  it("keeps any text whole, however its code units are cut", () => {
    const texts = fc.string({ unit: "binary", maxLength: 40 });
    const cutLists = fc.array(fc.nat(40), { maxLength: 10 });
    fc.assert(
      fc.property(texts, cutLists, (text, cuts) => {
        const ends = [...cuts.toSorted((a, b) => a - b), text.length];
        const batches = ends.map((end, index): ModelChunk[] => [
          { type: "content", content: text.slice(ends[index - 1] ?? 0, end) },
        ]);
        const chunks = passThrough(batches);
        expect(toText(chunks)).toBe(text);
        expect(chunks.every((chunk) => "content" in chunk && chunk.content.isWellFormed())).toBe(
          true,
        );
      }),
    );
  });

  it("makes U+FFFD of a half that stays alone", () => {
    expect(toText(passThrough([[{ type: "content", content: "a\uD83D" }]]))).toBe("a\uFFFD");
    expect(toText(passThrough([[{ type: "content", content: "a\uDE00b" }]]))).toBe("a\uFFFDb");
  });

  it("does not join halves of text and reasoning", () => {
    const chunks = passThrough([
      [
        { type: "reasoning", content: "\uD83D" },
        { type: "content", content: "\uDE00" },
      ],
    ]);
    expect(chunks).toEqual([
      { type: "reasoning", content: "\uFFFD" },
      { type: "content", content: "\uFFFD" },
    ]);
  });

  it("drops pieces without text", () => {
    expect(passThrough([[{ type: "content", content: "" }]])).toEqual([]);
  });
});
