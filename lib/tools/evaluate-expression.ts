import type { BigNumber, FunctionNode, MathJsInstance, MathNode } from "mathjs";
import { divide, factorial, modulo, power } from "./arithmetic";
import { toBounded } from "./bounded-number";
import { CALCULATOR_FUNCTIONS } from "./calculator-functions";

const MAX_WORK = 500;
const UNSUPPORTED = "The expression may only contain numbers, arithmetic and known functions";

/**
 * Walks the parsed expression and knows only what is listed here: nothing of mathjs beyond its
 * parser and its numbers is reachable. Errors are safe to show.
 */
export function evaluateExpression(math: MathJsInstance, root: MathNode): BigNumber {
  // The parser puts one node in several places: `a + 10%` is `a + a * 10%`.
  const known = new Map<MathNode | string, BigNumber>();
  let work = 0;

  function evaluate(node: MathNode): BigNumber {
    const key = math.isSymbolNode(node) ? node.name : node;
    const value = known.get(key) ?? toBounded(valueOf(node));
    known.set(key, value);
    return value;
  }

  function valueOf(node: MathNode): BigNumber {
    if (math.isParenthesisNode(node)) return evaluate(node.content);
    if (math.isConstantNode(node)) return literal(node.value);
    if (math.isSymbolNode(node)) return namedConstant(node.name);
    if (math.isFunctionNode(node)) return call(node);
    if (math.isOperatorNode(node)) return operate(node.fn, node.op, node.args.map(evaluate));
    throw new Error(UNSUPPORTED);
  }

  function literal(value: unknown): BigNumber {
    if (math.isBigNumber(value)) return value;
    if (typeof value === "number") return math.bignumber(value);
    throw new Error(UNSUPPORTED);
  }

  function operate(name: string, symbol: string, operands: readonly BigNumber[]): BigNumber {
    const [left, right] = operands;
    if (left === undefined) throw new Error("An operand is missing");
    spend(workOf(name, right));
    if (name === "unaryMinus") return left.neg();
    if (name === "unaryPlus") return left;
    if (name === "factorial") return factorial(left);
    if (right !== undefined) {
      if (name === "add") return left.plus(right);
      if (name === "subtract") return left.minus(right);
      if (name === "multiply") return left.times(right);
      if (name === "divide") return divide(left, right);
      if (name === "mod") return modulo(left, right);
      if (name === "pow") return power(left, right);
    }
    throw new Error(`Unknown operator: ${symbol}`);
  }

  function call(node: FunctionNode): BigNumber {
    if (!math.isSymbolNode(node.fn)) throw new Error(UNSUPPORTED);
    const { name } = node.fn;
    const listed = CALCULATOR_FUNCTIONS.get(name);
    if (listed === undefined) throw unknownName(name);
    const [first, ...others] = node.args.map(evaluate);
    const count = node.args.length;
    if (first === undefined || count < listed.minArguments || count > listed.maxArguments) {
      throw new Error(`Wrong number of arguments for ${name}`);
    }
    spend(listed.work);
    return math.bignumber(listed.apply(first, ...others));
  }

  function namedConstant(name: string): BigNumber {
    if (name === "pi") return math.bignumber(-1).acos();
    if (name === "tau") return math.bignumber(-1).acos().times(2);
    if (name === "e") return math.bignumber(1).exp();
    if (name === "phi") return math.bignumber(5).sqrt().plus(1).div(2);
    throw unknownName(name);
  }

  function spend(units: number): void {
    work += units;
    if (work > MAX_WORK) throw new Error("The expression is too complex");
  }

  return evaluate(root);
}

function workOf(operator: string, right: BigNumber | undefined): number {
  if (operator === "factorial") return 20;
  if (operator === "pow") return right?.isInteger() === true ? 5 : 20;
  return 1;
}

function unknownName(name: string): Error {
  return new Error(`Unknown name: ${name.slice(0, 40)}`);
}
