import type { BigNumber } from "mathjs";

const MAX_DIGITS = 64;

export function greatestCommonDivisor(numbers: readonly BigNumber[]): string {
  return numbers.map(toWholeNumber).reduce(gcd).toString();
}

export function leastCommonMultiple(numbers: readonly BigNumber[]): string {
  const multiple = numbers.map(toWholeNumber).reduce((a, b) => {
    const divisor = gcd(a, b);
    const product = divisor === 0n ? 0n : (a / divisor) * b;
    if (product.toString().length > 2 * MAX_DIGITS) throw new Error("The number is too large");
    return product;
  });
  return multiple.toString();
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

function toWholeNumber(value: BigNumber): bigint {
  if (!value.isInteger() || value.e >= MAX_DIGITS) {
    throw new Error(`gcd and lcm need whole numbers of at most ${MAX_DIGITS} digits`);
  }
  return BigInt(value.abs().toFixed(0));
}
