import type { Run } from "./run";
import type { StreamingChunk } from "./streaming-chunk";

/** Chunks that were appended together. `chunks[i]` stands at position `firstPosition + i`; the first position is 1. */
export interface LogBatch {
  readonly firstPosition: number;
  readonly chunks: readonly StreamingChunk[];
}

/** Where the chunks of runs are kept, before they go to anyone. Every reader reads from here. */
export interface StreamLog {
  /**
   * Opens the log of a new run. If the chat has a run for this user message already (and `run` does
   * not regenerate it), nothing is opened and that run is returned. `conflict` when the chat has
   * another live run.
   */
  open(run: Run, options: { readonly isRegeneration: boolean }): Promise<OpenedRun>;
  /** `null` when the run is unknown or its log has expired. */
  find(runId: string): Promise<Run | null>;
  findLive(chatId: string): Promise<Run | null>;
  /**
   * Resolves when the chunks are kept and readers may see them. A `complete` chunk seals the log and
   * sets the run's state. `conflict` when the log is sealed, `not-found` when there is none.
   */
  append(runId: string, chunks: readonly StreamingChunk[]): Promise<void>;
  /**
   * All chunks after the position `after` (0: from the beginning), in order, without a gap: first
   * those that are kept, then live ones. Ends when the log is sealed, or early when `signal` aborts.
   */
  read(runId: string, after: number, signal: AbortSignal): AsyncIterable<LogBatch>;
}

export interface OpenedRun {
  readonly run: Run;
  /** False: the run was there already. */
  readonly isNew: boolean;
}
