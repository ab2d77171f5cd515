import type { BigNumber } from "mathjs";
import { factorial, modulo, power } from "./arithmetic";
import { MAX_MAGNITUDE } from "./bounded-number";
import { cosine, sine, tangent } from "./trigonometry";
import { greatestCommonDivisor, leastCommonMultiple } from "./whole-number-functions";

interface CalculatorFunction {
  readonly minArguments: number;
  readonly maxArguments: number;
  /** How long it takes; an addition takes 1. */
  readonly work: number;
  /** A string is a number written out in digits. */
  readonly apply: (first: BigNumber, ...others: BigNumber[]) => BigNumber | string;
}

const CHEAP = 5;
const COSTLY = 20;
const COSTLIEST = 40;
const MAX_DECIMAL_PLACES = 64;
const MAX_EXPONENT_OF_E = Math.floor(MAX_MAGNITUDE * Math.LN10);

export const CALCULATOR_FUNCTIONS: ReadonlyMap<string, CalculatorFunction> = new Map([
  ["abs", ofOne(CHEAP, (x) => x.abs())],
  ["floor", ofOne(CHEAP, (x) => x.floor())],
  ["ceil", ofOne(CHEAP, (x) => x.ceil())],
  ["sqrt", ofOne(CHEAP, squareRoot)],
  ["cbrt", ofOne(CHEAP, (x) => x.cbrt())],
  ["factorial", ofOne(COSTLY, factorial)],
  ["exp", ofOne(COSTLY, exponential)],
  ["ln", ofOne(COSTLY, (x) => logarithm(x).ln())],
  ["log2", ofOne(COSTLY, (x) => logarithm(x).log(2))],
  ["log10", ofOne(COSTLY, (x) => logarithm(x).log(10))],
  ["log", { minArguments: 1, maxArguments: 2, work: COSTLY, apply: logarithmToBase }],
  ["sin", ofOne(COSTLY, sine)],
  ["cos", ofOne(COSTLY, cosine)],
  ["tan", ofOne(COSTLY, tangent)],
  ["asin", ofOne(COSTLIEST, (x) => x.asin())],
  ["acos", ofOne(COSTLIEST, (x) => x.acos())],
  ["atan", ofOne(COSTLIEST, (x) => x.atan())],
  ["round", { minArguments: 1, maxArguments: 2, work: CHEAP, apply: round }],
  ["pow", ofTwo(COSTLY, power)],
  ["mod", ofTwo(CHEAP, modulo)],
  ["min", ofMany((values) => values.reduce((a, b) => (b.lt(a) ? b : a)))],
  ["max", ofMany((values) => values.reduce((a, b) => (b.gt(a) ? b : a)))],
  ["gcd", ofMany(greatestCommonDivisor)],
  ["lcm", ofMany(leastCommonMultiple)],
]);

function ofOne(work: number, apply: (value: BigNumber) => BigNumber): CalculatorFunction {
  return { minArguments: 1, maxArguments: 1, work, apply };
}

function ofTwo(work: number, apply: (a: BigNumber, b: BigNumber) => BigNumber): CalculatorFunction {
  return { minArguments: 2, maxArguments: 2, work, apply: (a, b) => apply(a, present(b)) };
}

function ofMany(apply: (values: readonly BigNumber[]) => BigNumber | string): CalculatorFunction {
  return {
    minArguments: 1,
    maxArguments: Infinity,
    work: CHEAP,
    apply: (...values) => apply(values),
  };
}

function present(value: BigNumber | undefined): BigNumber {
  if (value === undefined) throw new Error("An argument is missing");
  return value;
}

function squareRoot(value: BigNumber): BigNumber {
  if (value.isNegative() && !value.isZero()) {
    throw new Error("The square root of a negative number is not a real number");
  }
  return value.sqrt();
}

function exponential(value: BigNumber): BigNumber {
  if (value.gt(MAX_EXPONENT_OF_E)) throw new Error("The number is too large");
  if (value.lt(-MAX_EXPONENT_OF_E)) throw new Error("The number is too small");
  return value.exp();
}

function logarithm(value: BigNumber): BigNumber {
  if (!value.gt(0)) throw new Error("A logarithm needs a number above 0");
  return value;
}

function logarithmToBase(value: BigNumber, base?: BigNumber): BigNumber {
  if (base === undefined) return logarithm(value).ln();
  if (logarithm(base).eq(1)) throw new Error("A logarithm needs a base other than 1");
  return logarithm(value).log(base);
}

function round(value: BigNumber, places?: BigNumber): BigNumber {
  const count = places?.toNumber() ?? 0;
  if (!Number.isInteger(count) || count < 0 || count > MAX_DECIMAL_PLACES) {
    throw new Error(`round takes 0 to ${MAX_DECIMAL_PLACES} decimal places`);
  }
  return value.toDecimalPlaces(count);
}
