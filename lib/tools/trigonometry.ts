import type { BigNumber } from "mathjs";

const MAX_ANGLE = "1e20";
const ROUNDING_NOISE = "1e-60";

export function sine(angle: BigNumber): BigNumber {
  return withoutNoise(checked(angle).sin(), angle);
}

export function cosine(angle: BigNumber): BigNumber {
  return withoutNoise(checked(angle).cos(), angle);
}

export function tangent(angle: BigNumber): BigNumber {
  const divisor = cosine(angle);
  if (divisor.isZero()) throw new Error("The tangent is not defined there");
  return sine(angle).div(divisor);
}

function checked(angle: BigNumber): BigNumber {
  if (angle.abs().gt(MAX_ANGLE)) throw new Error("The angle is too large");
  return angle;
}

/** sin(pi) is 0 although pi has been rounded. */
function withoutNoise(value: BigNumber, angle: BigNumber): BigNumber {
  const isNoise = angle.abs().gt(1) && value.abs().lt(ROUNDING_NOISE);
  return isNoise ? value.times(0) : value;
}
