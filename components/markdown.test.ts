import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Markdown } from "./markdown";

function render(text: string, isStreaming = false): string {
  return renderToStaticMarkup(createElement(Markdown, { text, isStreaming }));
}

test("emphasis ends before a Korean particle", () => {
  expect(render("**마크다운(Markdown)**을 씁니다")).toContain(
    "<strong>마크다운(Markdown)</strong>을",
  );
  expect(render('~~"취소"~~는')).toContain("<del>&quot;취소&quot;</del>는");
});

test("raw HTML is shown, not run", () => {
  const html = render('<img src=x onerror="alert(1)"> <script>alert(1)</script>');
  expect(html).not.toMatch(/<(img|script)/);
  expect(html).toContain("&lt;script&gt;");
});

test("a line break is the one tag that counts", () => {
  expect(render("| a |\n|---|\n| 1<br>2 |")).toMatch(/1<br\/>\s*2/);
});

test("links open elsewhere and tell nothing about us", () => {
  expect(render("[a](https://example.com)")).toContain(
    '<a href="https://example.com" target="_blank" rel="noopener noreferrer nofollow">a</a>',
  );
});

test.each(["javascript:alert(1)", "data:text/html,x", "/api/chats", "JAVASCRIPT:alert(1)"])(
  "a link to %s is mere text",
  (url) => {
    expect(render(`[a](${url})`)).toContain("<span>a</span>");
  },
);

test("an image is never loaded, only named", () => {
  const html = render("![고양이](https://tracker.example/cat.png?chat=secret)");
  expect(html).not.toContain("<img");
  expect(html).toContain("tracker.example");
  expect(html).toContain("고양이");
});

test("what is unfinished is shown as if it were finished, while more is coming", () => {
  expect(render("이것은 **굵은 글", true)).toContain("<strong>굵은 글</strong>");
  expect(render("이것은 **굵은 글")).toContain("**굵은 글");
  expect(render("[링크](https://exam", true)).not.toContain("](");
});

test("a reference finds its definition in another block", () => {
  expect(render("[docs][d]\n\nmore\n\n[d]: https://example.com")).toContain(
    'href="https://example.com"',
  );
});

test("a code block keeps its text as it is, and says its language", () => {
  const html = render("```ts\nconst a = '<b>' && `1`;\n\n\n```");
  expect(html).toContain("const a = &#x27;&lt;b&gt;&#x27; &amp;&amp; `1`;");
  expect(html).toContain(">ts<");
});
