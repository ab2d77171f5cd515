import type { BigNumber } from "mathjs";

const MAX_WHOLE_DIGITS = 64;
const SIGNIFICANT_DIGITS = 32;
const MIN_PLAIN_EXPONENT = -7;

/** Whole numbers in full up to 64 digits, everything else rounded to 32 significant digits. */
export function formatNumber(value: BigNumber): string {
  if (value.isZero()) return "0";
  if (value.isInteger() && value.e < MAX_WHOLE_DIGITS) return value.toFixed(0);
  const rounded = value.toSignificantDigits(SIGNIFICANT_DIGITS);
  const isPlain = rounded.e >= MIN_PLAIN_EXPONENT && rounded.e < SIGNIFICANT_DIGITS;
  return isPlain ? rounded.toFixed() : rounded.toExponential();
}
