import { describe, expect, it } from "vitest";
import { findExpression } from "./find-expression";

describe("findExpression", () => {
  it.each([
    ["12*34+5", "12*34+5"],
    ["what is 2^64?", "2^64"],
    ["12*34+5는 얼마야?", "12*34+5"],
    ["Please calculate (1 + 2) * 3.", "(1 + 2) * 3"],
    ["1234 곱하기 5678", "1234 * 5678"],
    ["10 나누기 4는?", "10 / 4"],
    ["3의 4제곱을 알려 줘", "3^4"],
    ["2의 제곱근은?", "sqrt(2)"],
    ["150의 20%는?", "150 * 20%"],
    ["20% of 150", "20% * 150"],
    ["seven? no, 3 times 4", "3 * 4"],
    ["sqrt(16) please", "sqrt(16)"],
    ["１２＋３４", "12+34"],
    ["1,234,567 × 2 = ?", "1,234,567 × 2"],
    ["-3 + 4", "-3 + 4"],
    ["- 3 + 4", "3 + 4"],
    ["1. 2+2", "2+2"],
    ["1/0", "1/0"],
    ["5!", "5!"],
    ["max(1, 2, 3)", "max(1, 2, 3)"],
  ])("finds it in %j", (message, expression) => {
    expect(findExpression(message)).toBe(expression);
  });

  it.each([
    "안녕하세요",
    "I have 5 apples and 3 pears.",
    "meet me on 2026-11-21",
    "call 010-1234-5678",
    "version 3.1.2-4",
    "use gpt-4-1 please",
    "see https://example.com/1/2+3",
    "C++ 11",
    "100% sure!",
    "GET /api/chats/1",
    "",
  ])("finds none in %j", (message) => {
    expect(findExpression(message)).toBeNull();
  });
});
