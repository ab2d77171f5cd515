import type { BigNumber } from "mathjs";

/** Digits kept while calculating: whole numbers up to 64 digits stay exact, the rest is guard digits. */
export const PRECISION = 80;

/** Results beyond 10^±this are refused, so that no operation has long numbers to chew on. */
export const MAX_MAGNITUDE = 5_000;

export function toBounded(value: BigNumber): BigNumber {
  if (value.isNaN()) throw new Error("The result is not a real number");
  if (!value.isFinite() || value.e > MAX_MAGNITUDE) throw new Error("The number is too large");
  if (!value.isZero() && value.e < -MAX_MAGNITUDE) throw new Error("The number is too small");
  return value.toSignificantDigits(PRECISION);
}
