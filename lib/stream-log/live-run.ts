import type { Run } from "@/lib/chat/run";
import type { LogBatch } from "@/lib/chat/stream-log";
import type { StreamingChunk } from "@/lib/chat/streaming-chunk";

type Fate = "live" | "ended" | "lost";

/** A run that this instance produces, as far as it is committed. */
export class LiveRun {
  readonly run: Run;
  readonly onStopRequested: () => void;
  readonly #chunks: StreamingChunk[] = [];
  readonly #wakeReaders = new Set<() => void>();
  #fate: Fate = "live";

  constructor(run: Run, onStopRequested: () => void) {
    this.run = run;
    this.onStopRequested = onStopRequested;
  }

  get chunks(): readonly StreamingChunk[] {
    return this.#chunks;
  }

  /** What has just been committed goes to the readers. */
  deliver(chunks: readonly StreamingChunk[]): void {
    for (const chunk of chunks) this.#chunks.push(chunk);
    if (chunks.at(-1)?.type === "complete") this.#fate = "ended";
    this.#wake();
  }

  /** Another instance has taken the run over. Readers have to look elsewhere for the rest. */
  lose(): void {
    this.#fate = "lost";
    this.#wake();
    this.onStopRequested();
  }

  /**
   * Ends with the run, or when `signal` aborts. When the run is lost, returns the position after which
   * the rest is to be read elsewhere, else `null`.
   */
  async *read(after: number, signal: AbortSignal): AsyncGenerator<LogBatch, number | null> {
    let position = after;
    while (!signal.aborted) {
      if (this.#chunks.length > position) {
        const chunks = this.#chunks.slice(position);
        const firstPosition = position + 1;
        position = this.#chunks.length;
        yield { firstPosition, chunks };
      } else if (this.#fate === "live") {
        await this.#nextChange(signal);
      } else {
        return this.#fate === "lost" ? position : null;
      }
    }
    return null;
  }

  #wake(): void {
    for (const wake of this.#wakeReaders) wake();
  }

  #nextChange(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#wakeReaders.delete(wake);
        signal.removeEventListener("abort", wake);
        resolve();
      };
      this.#wakeReaders.add(wake);
      signal.addEventListener("abort", wake);
    });
  }
}
