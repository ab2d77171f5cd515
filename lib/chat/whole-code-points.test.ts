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
    const cutText = fc
      .string({ unit: "binary", maxLength: 60 })
      .chain((text) => fc.tuple(fc.constant(text), fc.subarray([...Array(text.length).keys()])));
    fc.assert(
      fc.property(cutText, ([text, cuts]) => {
        const ends = [...cuts, text.length];
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
