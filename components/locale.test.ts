import { expect, test } from "vitest";
import { toLocale } from "./locale";

test.each([
  ["ko-KR,ko;q=0.9,en;q=0.8", "ko"],
  ["en-US,en;q=0.9,ko;q=0.8", "en"],
  ["fr,ko;q=0.4,en;q=0.3", "ko"],
  ["en;q=0.2, KO;q=0.7", "ko"],
  ["ko;q=0, en", "en"],
  ["ja,zh", "en"],
  ["*", "en"],
  ["", "en"],
  [null, "en"],
] as const)("Accept-Language %j is answered in %s", (header, locale) => {
  expect(toLocale(header)).toBe(locale);
});
