import type { MathJsInstance } from "mathjs";
import { PRECISION } from "./bounded-number";

let loading: Promise<MathJsInstance> | undefined;

/** mathjs takes its time to load, so it is loaded by the first calculation. */
export function loadCalculatorMath(): Promise<MathJsInstance> {
  loading ??= createMath();
  return loading;
}

async function createMath(): Promise<MathJsInstance> {
  const { bignumberDependencies, create, parseDependencies } = await import("mathjs");
  return create(
    { ...bignumberDependencies, ...parseDependencies },
    { number: "BigNumber", precision: PRECISION },
  );
}
