import type { MathJsInstance, MathNode } from "mathjs";
import { z } from "zod";
import type { ChatTool } from "@/lib/chat/chat-tool";
import { loadCalculatorMath } from "./calculator-math";
import { evaluateExpression } from "./evaluate-expression";
import { formatNumber } from "./format-number";
import { normalizeExpression } from "./normalize-expression";

const MAX_LENGTH = 500;
const MAX_NESTING = 32;

export const calculator: ChatTool<{ expression: string }> = {
  name: "calculator",
  description:
    "Calculates an arithmetic expression exactly or to 32 significant digits. Operators: + - * / % " +
    "(remainder, or percent after a number) ^ !. Functions: sqrt cbrt abs round(x, places) floor " +
    "ceil min max ln log (natural, or log(x, base)) log10 log2 exp sin cos tan asin acos atan " +
    "(radians) factorial pow mod gcd lcm. Constants: pi e tau phi.",
  inputSchema: z.object({
    expression: z.string().min(1).max(MAX_LENGTH).describe("For example 12 * (34 + 5) / 2^3"),
  }),
  async execute({ expression }) {
    if (expression.length > MAX_LENGTH) throw new Error("The expression is too long");
    const math = await loadCalculatorMath();
    const root = parseExpression(math, normalizeExpression(expression));
    return { expression, result: formatNumber(evaluateExpression(math, root)) };
  },
};

function parseExpression(math: MathJsInstance, expression: string): MathNode {
  if (expression === "") throw new Error("The expression is empty");
  if (nestingOf(expression) > MAX_NESTING) throw new Error("The expression is nested too deeply");
  try {
    return math.parse(expression);
  } catch (error) {
    const detail = error instanceof SyntaxError ? `: ${error.message}` : "";
    throw new Error(`The expression is not valid${detail}`, { cause: error });
  }
}

function nestingOf(expression: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of expression) {
    if ("([{".includes(character)) depth += 1;
    if (")]}".includes(character)) depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
