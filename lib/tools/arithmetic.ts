import type { BigNumber } from "mathjs";
import { MAX_MAGNITUDE } from "./bounded-number";

const MAX_FACTORIAL = 1_000;

export function divide(dividend: BigNumber, divisor: BigNumber): BigNumber {
  if (divisor.isZero()) throw new Error("Division by zero");
  return dividend.div(divisor);
}

/** The result has the sign of the divisor. */
export function modulo(dividend: BigNumber, divisor: BigNumber): BigNumber {
  if (divisor.isZero()) throw new Error("Division by zero");
  const remainder = dividend.mod(divisor);
  const isWrongSign = !remainder.isZero() && remainder.isNegative() !== divisor.isNegative();
  return isWrongSign ? remainder.plus(divisor) : remainder;
}

export function power(base: BigNumber, exponent: BigNumber): BigNumber {
  if (base.isZero() && exponent.isNegative() && !exponent.isZero()) {
    throw new Error("Division by zero");
  }
  const magnitude = base.isZero() ? 0 : exponent.toNumber() * approximateLog10(base);
  if (magnitude > MAX_MAGNITUDE) throw new Error("The number is too large");
  if (magnitude < -MAX_MAGNITUDE) throw new Error("The number is too small");
  return base.pow(exponent);
}

export function factorial(value: BigNumber): BigNumber {
  if (!value.isInteger() || value.isNegative()) {
    throw new Error("A factorial needs a whole number of 0 or more");
  }
  if (value.gt(MAX_FACTORIAL)) throw new Error(`A factorial goes up to ${MAX_FACTORIAL}!`);
  let product = value.pow(0);
  for (let factor = value.toNumber(); factor > 1; factor -= 1) product = product.times(factor);
  return product;
}

function approximateLog10(value: BigNumber): number {
  const [mantissa, exponent] = value.abs().toExponential(15).split("e");
  return Math.log10(Number(mantissa)) + Number(exponent);
}
