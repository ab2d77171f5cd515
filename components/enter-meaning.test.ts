import { expect, test } from "vitest";
import { toEnterMeaning } from "./enter-meaning";

const enter = { key: "Enter", keyCode: 13, shiftKey: false, isComposing: false, timeStamp: 1_000 };
const never = Number.NEGATIVE_INFINITY;

test("Enter sends", () => {
  expect(toEnterMeaning(enter, never)).toBe("send");
});

test("Shift+Enter starts a new line", () => {
  expect(toEnterMeaning({ ...enter, shiftKey: true }, never)).toBe("other");
});

test("Enter while a syllable is being composed only ends the composition", () => {
  expect(toEnterMeaning({ ...enter, isComposing: true }, never)).toBe("commit");
});

test("an Enter that the input method has taken (229) only ends the composition", () => {
  expect(toEnterMeaning({ ...enter, keyCode: 229 }, never)).toBe("commit");
});

test("an Enter that arrives together with the end of the composition does not send", () => {
  expect(toEnterMeaning(enter, enter.timeStamp - 2)).toBe("commit");
});

test("the next Enter after a composition sends", () => {
  expect(toEnterMeaning(enter, enter.timeStamp - 80)).toBe("send");
});

test("other keys are left alone", () => {
  expect(toEnterMeaning({ ...enter, key: "a" }, never)).toBe("other");
});
