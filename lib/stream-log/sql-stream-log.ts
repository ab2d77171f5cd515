import { setTimeout as delay } from "node:timers/promises";
import type { Kysely } from "kysely";
import { ChatError, isChatError } from "@/lib/chat/chat-error";
import type { Run } from "@/lib/chat/run";
import type { LogBatch, OpenedRun, RunEnding, RunOpening, StreamLog } from "@/lib/chat/stream-log";
import type { StreamingChunk } from "@/lib/chat/streaming-chunk";
import type { DatabaseSchema } from "@/lib/database/schema";
import { forgetExpired } from "./forget-expired";
import type { InstanceLease } from "./instance-lease";
import { interruptRuns } from "./interrupt-runs";
import { LiveRun } from "./live-run";
import { findLiveRun, openRun } from "./open-run";
import { RUN_COLUMNS, toRun } from "./run-rows";
import { readStoredRun } from "./stored-run";
import { TickWriter, type PendingChunks } from "./tick-writer";

export interface SqlStreamLogOptions {
  readonly database: Kysely<DatabaseSchema>;
  readonly lease: InstanceLease;
  readonly tickIntervalMs: number;
  readonly retentionMs: number;
  /** What goes wrong while it is tried again. */
  readonly onError: (error: unknown) => void;
}

const FORGET_INTERVAL_MS = 60_000;
const END_RETRY_MS = 1_000;

/** Commit before show: what a reader gets is in the database. */
export class SqlStreamLog implements StreamLog {
  readonly #database: Kysely<DatabaseSchema>;
  readonly #lease: InstanceLease;
  readonly #writer: TickWriter;
  readonly #liveRuns = new Map<string, LiveRun>();
  readonly #retentionMs: number;
  readonly #onError: (error: unknown) => void;
  #forgetAtMs = 0;

  constructor(options: SqlStreamLogOptions) {
    this.#database = options.database;
    this.#lease = options.lease;
    this.#retentionMs = options.retentionMs;
    this.#onError = options.onError;
    this.#writer = new TickWriter(options);
  }

  /**
   * To be called about every second: keeps the lease, ends the runs of instances that have died,
   * stops what is to be stopped. An instance that has lost its lease loses its runs and starts anew.
   */
  async keepUp(): Promise<void> {
    const nowMs = Date.now();
    if (!(await this.#lease.renew(this.#database, nowMs))) {
      for (const live of this.#liveRuns.values()) live.lose();
      this.#liveRuns.clear();
      await this.#lease.acquire();
    }
    await interruptRuns(this.#database, { nowMs, retentionMs: this.#retentionMs });
    await this.#stopRequested();
    if (nowMs >= this.#forgetAtMs) {
      this.#forgetAtMs = nowMs + FORGET_INTERVAL_MS;
      await forgetExpired(this.#database, nowMs);
    }
  }

  async open(run: Run, opening: RunOpening): Promise<OpenedRun> {
    const opened = await this.#database.transaction().execute(async (transaction) => {
      await this.#lease.require(transaction, Date.now());
      const owner = { instanceId: this.#lease.instanceId, firstTick: this.#writer.nextTick };
      return openRun(transaction, run, opening, owner);
    });
    if (opened.isNew) this.#liveRuns.set(run.id, new LiveRun(run, opening.onStopRequested));
    return opened;
  }

  async find(runId: string): Promise<Run | null> {
    const row = await this.#database
      .selectFrom("runs")
      .leftJoin("run_logs", "run_logs.run_id", "runs.id")
      .select([...RUN_COLUMNS, "run_logs.run_id as log_id"])
      .where("id", "=", runId)
      .executeTakeFirst();
    if (row === undefined || (row.state !== "running" && row.log_id === null)) return null;
    return toRun(row);
  }

  findLive(chatId: string): Promise<Run | null> {
    return findLiveRun(this.#database, chatId);
  }

  async append(runId: string, chunks: readonly StreamingChunk[]): Promise<void> {
    const live = this.#getLive(runId);
    const firstPosition = live.chunks.length + 1;
    await this.#writer.write({ runId, firstPosition, chunks, end: null });
    live.deliver(chunks);
  }

  async end(runId: string, { chunks, message }: RunEnding): Promise<void> {
    const live = this.#getLive(runId);
    const { run } = live;
    const complete = chunks.at(-1);
    if (complete?.type !== "complete") throw new Error("A run ends with a complete chunk.");
    const { state } = complete;
    const end = { run, state, chunks: [...live.chunks, ...chunks], message };
    await this.#writeEnd({ runId, firstPosition: live.chunks.length + 1, chunks, end });
    live.deliver(chunks);
    this.#liveRuns.delete(runId);
  }

  /** A run must end: while the database takes nothing, its end is tried again. */
  async #writeEnd(pending: PendingChunks): Promise<void> {
    for (;;) {
      try {
        return await this.#writer.write(pending);
      } catch (error) {
        if (isChatError(error) || !this.#liveRuns.has(pending.runId)) throw error;
        this.#onError(error);
        await delay(END_RETRY_MS);
      }
    }
  }

  async *read(runId: string, after: number, signal: AbortSignal): AsyncIterable<LogBatch> {
    const live = this.#liveRuns.get(runId);
    const position = live === undefined ? after : yield* live.read(after, signal);
    if (position !== null) yield* readStoredRun(this.#database, runId, position, signal);
  }

  async requestStop(runId: string): Promise<void> {
    await this.#database
      .updateTable("runs")
      .set({ is_stop_requested: 1 })
      .where("id", "=", runId)
      .where("state", "=", "running")
      .execute();
  }

  async #stopRequested(): Promise<void> {
    if (this.#liveRuns.size === 0) return;
    const rows = await this.#database
      .selectFrom("runs")
      .select("id")
      .where("instance_id", "=", this.#lease.instanceId)
      .where("state", "=", "running")
      .where("is_stop_requested", "=", 1)
      .execute();
    for (const { id } of rows) this.#liveRuns.get(id)?.onStopRequested();
  }

  #getLive(runId: string): LiveRun {
    const live = this.#liveRuns.get(runId);
    if (live === undefined) throw new ChatError("conflict", "The run is not produced here.");
    return live;
  }
}
