import { expect, test } from "vitest";
import { toSafeUrl } from "./to-safe-url";

test.each(["https://example.com/길?q=1#a", "http://localhost:3000", "mailto:a@example.com"])(
  "%s may be opened",
  (url) => {
    expect(toSafeUrl(url)).toBe(url);
  },
);

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  " javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:x",
  "file:///etc/passwd",
  "blob:https://example.com/1",
  "//example.com",
  "/api/chats",
  "#a",
  "",
])("%j may not", (url) => {
  expect(toSafeUrl(url)).toBeUndefined();
});
