import type { Kysely, Transaction } from "kysely";
import type { StreamingChunk } from "@/lib/chat/streaming-chunk";
import type { DatabaseSchema } from "@/lib/database/schema";
import { endRun, type EndedRun } from "./end-run";
import type { InstanceLease } from "./instance-lease";
import type { LogTickEntry } from "./log-tick";

export interface TickWriterOptions {
  readonly database: Kysely<DatabaseSchema>;
  readonly lease: InstanceLease;
  /** The least time from the start of one commit to the start of the next. */
  readonly tickIntervalMs: number;
  readonly retentionMs: number;
}

export interface PendingChunks {
  readonly runId: string;
  readonly firstPosition: number;
  readonly chunks: readonly StreamingChunk[];
  readonly end: EndedRun | null;
}

interface QueuedChunks extends PendingChunks {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Commits what all runs of this instance have to say in one transaction a tick: at once when idle,
 * together when busy. In the same transaction the lease is renewed; without a lease nothing is written.
 */
export class TickWriter {
  readonly #options: TickWriterOptions;
  #queue: QueuedChunks[] = [];
  #isRunning = false;
  #lastTick = 0;

  constructor(options: TickWriterOptions) {
    this.#options = options;
  }

  get nextTick(): number {
    return this.#lastTick + 1;
  }

  /** Resolves when the chunks are committed. */
  write(pending: PendingChunks): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#queue.push({ ...pending, resolve, reject });
    if (!this.#isRunning) void this.#run();
    return promise;
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#queue.length > 0) {
      const startedAtMs = performance.now();
      const tick = this.#queue;
      this.#queue = [];
      await this.#settle(tick);
      const restMs = this.#options.tickIntervalMs - (performance.now() - startedAtMs);
      if (restMs > 0) await new Promise((resolve) => setTimeout(resolve, restMs));
    }
    this.#isRunning = false;
  }

  /** When a tick can't be committed, each run in it stands for itself. */
  async #settle(tick: readonly QueuedChunks[]): Promise<void> {
    try {
      await this.#commit(tick);
      for (const { resolve } of tick) resolve();
    } catch (error) {
      if (tick.length === 1) tick[0]?.reject(error);
      else for (const queued of tick) await this.#settle([queued]);
    }
  }

  async #commit(pending: readonly PendingChunks[]): Promise<void> {
    const { database, lease, retentionMs } = this.#options;
    const nowMs = Date.now();
    const tick = this.#lastTick + 1;
    const instanceId = lease.instanceId;
    await database.transaction().execute(async (transaction) => {
      await lease.require(transaction, nowMs);
      await insertTick(transaction, { instanceId, tick, pending, nowMs });
      for (const { end } of pending) {
        if (end !== null) await endRun(transaction, end, { nowMs, retentionMs });
      }
    });
    this.#lastTick = tick;
  }
}

async function insertTick(
  transaction: Transaction<DatabaseSchema>,
  options: {
    readonly instanceId: string;
    readonly tick: number;
    readonly pending: readonly PendingChunks[];
    readonly nowMs: number;
  },
): Promise<void> {
  const entries = options.pending.map(({ runId, firstPosition, chunks }): LogTickEntry => {
    return [runId, firstPosition, chunks];
  });
  await transaction
    .insertInto("log_ticks")
    .values({
      instance_id: options.instanceId,
      tick: options.tick,
      entries: JSON.stringify(entries),
      created_at: options.nowMs,
    })
    .execute();
}
