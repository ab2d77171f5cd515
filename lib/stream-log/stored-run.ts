import { setTimeout as delay } from "node:timers/promises";
import type { Kysely } from "kysely";
import type { LogBatch } from "@/lib/chat/stream-log";
import type { StreamingChunk } from "@/lib/chat/streaming-chunk";
import type { DatabaseSchema } from "@/lib/database/schema";
import { toChunks, toEntries } from "./log-tick";

const POLL_INTERVAL_MS = 100;
const TICKS_PER_QUERY = 500;

/** A run that another instance produces, or that has ended, as the database has it. */
export async function* readStoredRun(
  database: Kysely<DatabaseSchema>,
  runId: string,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<LogBatch, void> {
  let position = after;
  let tick = 0;
  while (!signal.aborted) {
    const run = await database
      .selectFrom("runs")
      .select(["state", "instance_id", "first_tick"])
      .where("id", "=", runId)
      .executeTakeFirst();
    if (run === undefined) return;
    if (run.state !== "running") {
      const chunks = (await readWholeLog(database, runId)).slice(position);
      if (chunks.length > 0) yield { firstPosition: position + 1, chunks };
      return;
    }
    const ticks = await readTicks(database, run.instance_id, Math.max(tick + 1, run.first_tick));
    tick = ticks.at(-1)?.tick ?? tick;
    const chunks = collectChunks(ticks, runId, position);
    if (chunks.length > 0) {
      const firstPosition = position + 1;
      position += chunks.length;
      yield { firstPosition, chunks };
    } else if (ticks.length < TICKS_PER_QUERY) {
      await pause(signal);
    }
  }
}

/** All committed chunks of a run that has not ended. */
export async function readCommittedChunks(
  database: Kysely<DatabaseSchema>,
  run: { readonly id: string; readonly instanceId: string; readonly firstTick: number },
): Promise<readonly StreamingChunk[]> {
  const chunks: StreamingChunk[] = [];
  for (let from = run.firstTick; ;) {
    const ticks = await readTicks(database, run.instanceId, from);
    for (const chunk of collectChunks(ticks, run.id, chunks.length)) chunks.push(chunk);
    const last = ticks.at(-1);
    if (last === undefined || ticks.length < TICKS_PER_QUERY) return chunks;
    from = last.tick + 1;
  }
}

async function readWholeLog(
  database: Kysely<DatabaseSchema>,
  runId: string,
): Promise<readonly StreamingChunk[]> {
  const log = await database
    .selectFrom("run_logs")
    .select("chunks")
    .where("run_id", "=", runId)
    .executeTakeFirst();
  return log === undefined ? [] : toChunks(log.chunks);
}

function readTicks(database: Kysely<DatabaseSchema>, instanceId: string, from: number) {
  return database
    .selectFrom("log_ticks")
    .select(["tick", "entries"])
    .where("instance_id", "=", instanceId)
    .where("tick", ">=", from)
    .orderBy("tick")
    .limit(TICKS_PER_QUERY)
    .execute();
}

/** The run's chunks in these ticks that stand after `position`. */
function collectChunks(
  ticks: readonly { readonly entries: string }[],
  runId: string,
  position: number,
): readonly StreamingChunk[] {
  return ticks.flatMap(({ entries }) =>
    toEntries(entries).flatMap(([id, firstPosition, chunks]) =>
      id === runId ? chunks.slice(Math.max(0, position + 1 - firstPosition)) : [],
    ),
  );
}

async function pause(signal: AbortSignal): Promise<void> {
  try {
    await delay(POLL_INTERVAL_MS, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
