import { toChatError } from "./chat-error";
import type { PublishEvent } from "./chat-events";
import type { Run } from "./run";
import type { StreamingChunk } from "./streaming-chunk";
import { UNKNOWN_USAGE } from "./usage";

/** Tells the event bus what a run's chunks mean. */
export class RunReporter {
  readonly #publish: PublishEvent;
  readonly #about: { runId: string; chatId: string | null; requestId: string; model: string };
  readonly #startedAtMs = Date.now();
  readonly #toolCallsAtMs = new Map<string, number>();
  #hasFirstToken = false;

  constructor(run: Run, requestId: string, publish: PublishEvent) {
    const { id: runId, chatId, model } = run;
    this.#about = { runId, chatId, requestId, model };
    this.#publish = publish;
    publish({ type: "run-started", ...this.#about, atMs: this.#startedAtMs });
  }

  report(batch: readonly StreamingChunk[]): void {
    const atMs = Date.now();
    const about = { ...this.#about, atMs };
    let count = 0;
    for (const chunk of batch) {
      if (chunk.type === "content" || chunk.type === "reasoning") {
        count += 1;
      } else if (chunk.type === "tool_call") {
        this.#toolCallsAtMs.set(chunk.toolCallId, atMs);
      } else if (chunk.type === "tool_result") {
        const { toolName, isError, toolCallId } = chunk;
        const durationMs = atMs - (this.#toolCallsAtMs.get(toolCallId) ?? atMs);
        this.#publish({ type: "tool-finished", ...about, toolName, isError, durationMs });
      } else if (chunk.type === "complete") {
        const { state, finishReason, usage } = chunk;
        const durationMs = atMs - this.#startedAtMs;
        this.#publish({ type: "run-finished", ...about, state, finishReason, usage, durationMs });
      }
    }
    if (count === 0) return;
    if (!this.#hasFirstToken) {
      this.#hasFirstToken = true;
      this.#publish({ type: "first-token", ...about, afterMs: atMs - this.#startedAtMs });
    }
    this.#publish({ type: "tokens-streamed", ...about, count });
  }

  /** The run was taken away: its end is told elsewhere. */
  reportLoss(): void {
    const atMs = Date.now();
    const durationMs = atMs - this.#startedAtMs;
    const end = {
      state: "interrupted",
      finishReason: "interrupted",
      usage: UNKNOWN_USAGE,
    } as const;
    this.#publish({ type: "run-finished", ...this.#about, atMs, ...end, durationMs });
  }

  reportError(error: unknown): void {
    const { code } = toChatError(error);
    this.#publish({ type: "run-failed", ...this.#about, atMs: Date.now(), code, error });
  }
}
