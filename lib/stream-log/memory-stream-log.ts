import { ChatError } from "@/lib/chat/chat-error";
import type { Run } from "@/lib/chat/run";
import type { LogBatch, OpenedRun, StreamLog } from "@/lib/chat/stream-log";
import type { StreamingChunk } from "@/lib/chat/streaming-chunk";

export interface MemoryStreamLogOptions {
  /** How long a sealed log can be replayed. */
  readonly retentionMs: number;
  /** When the sealed logs hold more than this, the oldest go before their time. */
  readonly maxSealedChunks: number;
}

interface RunLog {
  run: Run;
  readonly chunks: StreamingChunk[];
  readonly wakeReaders: Set<() => void>;
}

/** Keeps logs in this process. They end with it. */
export class MemoryStreamLog implements StreamLog {
  readonly #options: MemoryStreamLogOptions;
  readonly #logs = new Map<string, RunLog>();
  readonly #latestByUserMessage = new Map<string, string>();
  readonly #liveByChat = new Map<string, string>();
  readonly #sealed = new Map<string, number>();
  #sealedChunks = 0;

  constructor(options: MemoryStreamLogOptions) {
    this.#options = options;
  }

  async open(run: Run, { isRegeneration }: { isRegeneration: boolean }): Promise<OpenedRun> {
    this.#expire();
    if (run.chatId === null) {
      this.#logs.set(run.id, { run, chunks: [], wakeReaders: new Set() });
      return { run, isNew: true };
    }
    const messageKey = toMessageKey(run);
    const existing = this.#logs.get(this.#latestByUserMessage.get(messageKey) ?? "")?.run;
    if (existing !== undefined && (existing.state === "running" || !isRegeneration)) {
      return { run: existing, isNew: false };
    }
    if (this.#liveByChat.has(run.chatId)) {
      throw new ChatError("conflict", "This chat is still answering another message.");
    }
    this.#logs.set(run.id, { run, chunks: [], wakeReaders: new Set() });
    this.#latestByUserMessage.set(messageKey, run.id);
    this.#liveByChat.set(run.chatId, run.id);
    return { run, isNew: true };
  }

  async find(runId: string): Promise<Run | null> {
    this.#expire();
    return this.#logs.get(runId)?.run ?? null;
  }

  async findLive(chatId: string): Promise<Run | null> {
    return this.#logs.get(this.#liveByChat.get(chatId) ?? "")?.run ?? null;
  }

  async append(runId: string, chunks: readonly StreamingChunk[]): Promise<void> {
    const log = this.#get(runId);
    if (log.run.state !== "running") throw new ChatError("conflict", "The run has ended.");
    for (const chunk of chunks) log.chunks.push(chunk);
    const last = chunks.at(-1);
    if (last?.type === "complete") {
      log.run = { ...log.run, state: last.state };
      this.#sealed.set(runId, Date.now());
      this.#sealedChunks += log.chunks.length;
      if (log.run.chatId !== null) this.#liveByChat.delete(log.run.chatId);
    }
    for (const wake of log.wakeReaders) wake();
  }

  async *read(runId: string, after: number, signal: AbortSignal): AsyncIterable<LogBatch> {
    const log = this.#get(runId);
    let position = after;
    while (!signal.aborted) {
      if (log.chunks.length > position) {
        const chunks = log.chunks.slice(position);
        const firstPosition = position + 1;
        position = log.chunks.length;
        yield { firstPosition, chunks };
      } else if (log.run.state === "running") {
        await nextAppend(log, signal);
      } else {
        return;
      }
    }
  }

  #get(runId: string): RunLog {
    const log = this.#logs.get(runId);
    if (log === undefined) throw new ChatError("not-found", "There is no such run.");
    return log;
  }

  #expire(): void {
    const expiredAtMs = Date.now() - this.#options.retentionMs;
    for (const [runId, sealedAtMs] of this.#sealed) {
      const isOverfull = this.#sealedChunks > this.#options.maxSealedChunks;
      if (sealedAtMs > expiredAtMs && !isOverfull) return;
      this.#forget(runId);
    }
  }

  #forget(runId: string): void {
    const log = this.#get(runId);
    const messageKey = toMessageKey(log.run);
    if (this.#latestByUserMessage.get(messageKey) === runId) {
      this.#latestByUserMessage.delete(messageKey);
    }
    this.#sealed.delete(runId);
    this.#sealedChunks -= log.chunks.length;
    this.#logs.delete(runId);
  }
}

function toMessageKey({ chatId, userMessageId }: Run): string {
  return JSON.stringify([chatId, userMessageId]);
}

function nextAppend(log: RunLog, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      log.wakeReaders.delete(wake);
      signal.removeEventListener("abort", wake);
      resolve();
    };
    log.wakeReaders.add(wake);
    signal.addEventListener("abort", wake);
  });
}
