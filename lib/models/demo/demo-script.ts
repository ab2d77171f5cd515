import type { JSONObject } from "@ai-sdk/provider";
import { readTokens } from "./read-tokens";

export type DemoStep =
  | { readonly type: "text" | "reasoning"; readonly tokens: Iterable<string> }
  | { readonly type: "tool-call"; readonly toolName: string; readonly input: JSONObject }
  | { readonly type: "silence"; readonly ms: number }
  | { readonly type: "failure" }
  /** The connection ends here, without a word about why. */
  | { readonly type: "cut" };

/** What the demo model is going to say and do. To be read once. */
export interface DemoScript {
  /** Before anything is sent: the request is refused, or nothing ever comes. */
  readonly opening?: "fails" | "hangs";
  readonly steps: readonly DemoStep[];
  /** Instead of the model's own pace; 0 is as fast as possible. */
  readonly tokensPerSecond?: number;
  /** The length was asked for, so `maxOutputTokens` does not shorten it. */
  readonly isExactLength?: boolean;
}

export function say(text: string): DemoStep {
  return { type: "text", tokens: readTokens(text) };
}

export function think(text: string): DemoStep {
  return { type: "reasoning", tokens: readTokens(text) };
}
