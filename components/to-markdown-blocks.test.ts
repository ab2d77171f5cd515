import fc from "fast-check";
import { expect, test } from "vitest";
import { noMarkdownBlocks, toMarkdownBlocks } from "./to-markdown-blocks";

const document = `# 제목

첫 문단은 **굵은 글씨**와 [링크][docs]를 씁니다.
둘째 줄.

- 하나
- 둘

  둘의 둘째 문단

1. first
2. second

| a | b |
|---|---|
| 1 | 2 |

\`\`\`ts
const a = 1;

const b = 2;
\`\`\`

> 인용

[docs]: https://example.com
끝 👋🏽
`;

test("the blocks put together are the text", () => {
  expect(toMarkdownBlocks(document, noMarkdownBlocks).blocks.join("")).toBe(document);
});

test("a code block with blank lines stays in one piece", () => {
  const { blocks } = toMarkdownBlocks(document, noMarkdownBlocks);
  expect(blocks.filter((block) => block.includes("const a")).join("")).toContain("const b");
});

test("text that arrives bit by bit ends up cut like text that arrives at once", () => {
  const whole = toMarkdownBlocks(document, noMarkdownBlocks);
  fc.assert(
    fc.property(fc.array(fc.nat({ max: document.length })), (cuts) => {
      const lengths = [...cuts.toSorted((a, b) => a - b), document.length];
      const streamed = lengths.reduce(
        (previous, length) => toMarkdownBlocks(document.slice(0, length), previous),
        noMarkdownBlocks,
      );
      expect(streamed).toEqual(whole);
    }),
  );
});

test("blocks that are finished keep their text while more arrives", () => {
  const before = toMarkdownBlocks("one\n\ntwo\n\nthree\n\nfo", noMarkdownBlocks);
  const after = toMarkdownBlocks("one\n\ntwo\n\nthree\n\nfour\n\nfive", before);
  expect(after.blocks.slice(0, 3)).toEqual(before.blocks.slice(0, 3));
});

test("a text that is not the continuation of the last one is cut anew", () => {
  const before = toMarkdownBlocks("one\n\ntwo\n\nthree", noMarkdownBlocks);
  expect(toMarkdownBlocks("uno\n\ndos", before).blocks).toEqual(["uno\n\n", "dos"]);
});

test("link definitions are handed out for every block to use", () => {
  expect(toMarkdownBlocks(document, noMarkdownBlocks).definitions).toContain("https://example.com");
});

test("a text with footnotes stays in one piece, for the notes to find each other", () => {
  const text = "a[^1]\n\nb\n\n[^1]: note";
  expect(toMarkdownBlocks(text, noMarkdownBlocks).blocks).toEqual([text]);
});
