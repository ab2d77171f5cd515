import type { ChatModel, ModelChunk, ModelRequest, ModelStep } from "../chat-model";
import { raceAbort } from "../race-abort";
import { UNKNOWN_USAGE } from "../usage";

/** One call of the model: what it says, and then how the call ends. */
export interface ScriptedStep {
  readonly batches: readonly (readonly ModelChunk[])[];
  readonly end?: Partial<ModelStep> | { readonly error: unknown } | "never";
}

/** A model that says what it was told to, and remembers what it was asked. */
export class ScriptedModel implements ChatModel {
  readonly id = "scripted";
  readonly label = "Scripted";
  readonly isDemo = false;
  readonly requests: ModelRequest[] = [];
  readonly #steps: readonly ScriptedStep[];

  constructor(steps: readonly ScriptedStep[]) {
    this.#steps = steps;
  }

  async *streamStep(
    request: ModelRequest,
    signal: AbortSignal,
  ): AsyncGenerator<readonly ModelChunk[], ModelStep> {
    const step = this.#steps[this.requests.length % this.#steps.length];
    this.requests.push({ ...request, turns: [...request.turns] });
    for (const batch of step?.batches ?? []) {
      signal.throwIfAborted();
      yield batch;
    }
    const end = step?.end ?? {};
    if (end === "never") await raceAbort(new Promise(() => {}), signal);
    if (typeof end === "object" && "error" in end) throw end.error;
    const continuation = { modelContinuation: this.requests.length };
    return {
      finishReason: "stop",
      usage: UNKNOWN_USAGE,
      continuation,
      ...(end as Partial<ModelStep>),
    };
  }
}

export function say(...pieces: readonly string[]): ModelChunk[] {
  return pieces.map((content) => ({ type: "content", content }));
}

export function callTool(toolCallId: string, toolName: string, input: string): ModelChunk {
  return { type: "tool_call", toolCallId, toolName, input };
}
