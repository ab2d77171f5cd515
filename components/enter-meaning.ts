export interface KeyPress {
  readonly key: string;
  readonly keyCode: number;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
  readonly timeStamp: number;
}

export type EnterMeaning = "send" | "commit" | "other";

/** Longer than the gap within one key press, shorter than between two. */
const sameKeyPressMs = 20;

/**
 * `commit`: this Enter ends the composition of a syllable and must not send. Browsers differ in
 * whether it comes before the composition's end (then it says so) or right after it (Safari).
 */
export function toEnterMeaning(press: KeyPress, lastCompositionEndMs: number): EnterMeaning {
  if (press.key !== "Enter" || press.shiftKey) return "other";
  if (press.isComposing || press.keyCode === 229) return "commit";
  return press.timeStamp - lastCompositionEndMs < sameKeyPressMs ? "commit" : "send";
}
