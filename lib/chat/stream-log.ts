import type { AssistantMessage, ChatMessage, UserMessage } from "./chat-message";
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
   * Opens the log of a new run and keeps the user's message, both or neither. If the chat has a run
   * for this message already (and it is not to be answered again), nothing is opened and that run is
   * returned. `conflict` when the chat has another live run, `not-found` when it is somebody else's.
   */
  open(run: Run, opening: RunOpening): Promise<OpenedRun>;
  /** `null` when the run is unknown or its log has expired. */
  find(runId: string): Promise<Run | null>;
  findLive(chatId: string): Promise<Run | null>;
  /**
   * Resolves when the chunks are kept and readers may see them. One append after the other. `conflict`
   * when the run has ended, or when this instance does not produce it any more.
   */
  append(runId: string, chunks: readonly StreamingChunk[]): Promise<void>;
  /** Appends the last chunks, keeps the answer and ends the run: all of it or nothing. */
  end(runId: string, ending: RunEnding): Promise<void>;
  /**
   * All chunks after the position `after` (0: from the beginning), in order, without a gap: first
   * those that are kept, then live ones. Ends when the run has ended, or early when `signal` aborts.
   */
  read(runId: string, after: number, signal: AbortSignal): AsyncIterable<LogBatch>;
  /** Asks the instance that produces the run to stop it. */
  requestStop(runId: string): Promise<void>;
}

export interface RunOpening {
  readonly isRegeneration: boolean;
  readonly userMessage: UserMessage;
  /** What was said before, as far as it may not be kept yet. */
  readonly previousMessages: readonly ChatMessage[];
  /** Called at most once, when somebody asked for a stop, or when another instance took the run over. */
  readonly onStopRequested: () => void;
}

export interface OpenedRun {
  readonly run: Run;
  /** False: the run was there already. */
  readonly isNew: boolean;
}

export interface RunEnding {
  /** The last one is `complete`. */
  readonly chunks: readonly StreamingChunk[];
  readonly message: AssistantMessage;
}
