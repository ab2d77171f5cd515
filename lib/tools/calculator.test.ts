import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calculator } from "./calculator";

const context = { signal: new AbortController().signal };

async function calculate(expression: string): Promise<unknown> {
  return calculator.execute({ expression }, context);
}

describe("calculator", () => {
  it.each([
    ["12*34+5", "413"],
    ["0.1 + 0.2", "0.3"],
    ["2^200", "1606938044258990275541962092341162602522202993782792835301376"],
    ["10^63", `1${"0".repeat(63)}`],
    ["2^300", "2.0370359763344860862684456884094e+90"],
    ["1/3", "0.33333333333333333333333333333333"],
    ["1/3*3", "1"],
    ["-2^2", "-4"],
    ["-5 mod 3", "1"],
    ["7 % -2", "-1"],
    ["100 + 10%", "110"],
    ["100+10%-5", "105"],
    ["50%-20", "-19.5"],
    ["5!", "120"],
    ["sin(pi)", "0"],
    ["cbrt(-27)", "-3"],
    ["log(8, 2)", "3"],
    ["round(2.345, 2)", "2.35"],
    ["gcd(12, 18) + lcm(4, 6, 10)", "66"],
    ["1e-10", "1e-10"],
  ])("says that %s is %s", async (expression, result) => {
    expect(await calculate(expression)).toEqual({ expression, result });
  });

  it.each([
    ["１２ ＋ ３", "15"],
    ["６ × ７ − ２ ÷ ４", "41.5"],
    ["1,234,567 × 2", "2469134"],
    ["sqrt(1,000,000)", "1000"],
    ["max(1,234)", "234"],
    ["√16 + 5²", "29"],
    ["2π", "6.283185307179586476925286766559"],
  ])("reads %s the way it was meant", async (expression, result) => {
    expect(await calculate(expression)).toEqual({ expression, result });
  });

  it.each([
    ["1/0", "Division by zero"],
    ["5 % 0", "Division by zero"],
    ["0^-1", "Division by zero"],
    ["foo + 1", "Unknown name: foo"],
    ["process(1)", "Unknown name: process"],
    ["constructor(1)", "Unknown name: constructor"],
    ["sqrt(-1)", "not a real number"],
    ["asin(2)", "not a real number"],
    ["tan(pi/2)", "not defined there"],
    ["1 > 2", "Unknown operator: >"],
    ["sqrt(1, 2)", "Wrong number of arguments for sqrt"],
    ["(1 + 2", "The expression is not valid"],
    ["   ", "The expression is empty"],
  ])("explains what is wrong with %s", async (expression, message) => {
    await expect(calculate(expression)).rejects.toThrow(message);
  });

  it.each(["a = 3", "[1, 2]", '"text"', "1; 2", "f(x) = x", "true ? 1 : 2", "x.y(1)", "{a: 1}"])(
    "has no use for %s, which is not arithmetic",
    async (expression) => {
      await expect(calculate(expression)).rejects.toThrow("may only contain");
    },
  );

  it.each([
    ["9^9^9^9", "too large"],
    ["1000!!!", "up to 1000!"],
    ["sin(1e300)", "angle is too large"],
    ["exp(-1e9)", "too small"],
    ["1e999999999", "too large"],
    [`gcd(${"9".repeat(70)}, 3)`, "at most 64 digits"],
    [`1${"+1000!".repeat(80)}`, "too complex"],
    ["acos(.1)+".repeat(50) + "1", "too complex"],
    ["(".repeat(200) + "1" + ")".repeat(200), "nested too deeply"],
    ["1".repeat(501), "too long"],
  ])("refuses work that has no end: %s", async (expression, message) => {
    await expect(calculate(expression)).rejects.toThrow(message);
  });

  it("adds, subtracts and multiplies whole numbers exactly", async () => {
    const number = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
    await fc.assert(
      fc.asyncProperty(number, number, number, async (a, b, c) => {
        const expression = `(${a}) * (${b}) - (${c})`;
        expect(await calculate(expression)).toEqual({ expression, result: String(a * b - c) });
      }),
    );
  });

  it("answers or throws an Error with a message, whatever is typed", async () => {
    const piece = fc.constantFrom(
      ..."0123456789.,+-*/%^!() ",
      "sin(",
      "max(",
      "pi",
      "e",
      "１",
      "×",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 40 }), async (pieces) => {
        const outcome = await calculate(pieces.join("")).then(
          () => "answered",
          (error: unknown) => (error instanceof Error ? error.message : ""),
        );
        expect(outcome).toMatch(/^[A-Z]|^answered/);
      }),
    );
  });
});
