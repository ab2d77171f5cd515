import type { Kysely } from "kysely";
import { MessageBuilder } from "@/lib/chat/message-builder";
import type { CompleteChunk, StreamingChunk } from "@/lib/chat/streaming-chunk";
import { UNKNOWN_USAGE } from "@/lib/chat/usage";
import type { DatabaseSchema } from "@/lib/database/schema";
import { endRun } from "./end-run";
import { RUN_COLUMNS, toRun } from "./run-rows";
import { readCommittedChunks } from "./stored-run";

/**
 * Ends the runs of instances whose lease has expired as `interrupted`, with what they committed.
 * Such an instance is fenced first, in the same transaction: whatever it still wants to write fails.
 */
export async function interruptRuns(
  database: Kysely<DatabaseSchema>,
  options: { readonly nowMs: number; readonly retentionMs: number },
): Promise<void> {
  const dead = await database
    .selectFrom("instances")
    .select("id")
    .where("is_fenced", "=", 0)
    .where("lease_until", "<", options.nowMs)
    .execute();
  for (const { id } of dead) await interruptInstance(database, id, options);
}

async function interruptInstance(
  database: Kysely<DatabaseSchema>,
  instanceId: string,
  options: { readonly nowMs: number; readonly retentionMs: number },
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const fenced = await transaction
      .updateTable("instances")
      .set({ is_fenced: 1 })
      .where("id", "=", instanceId)
      .where("is_fenced", "=", 0)
      .where("lease_until", "<", options.nowMs)
      .executeTakeFirst();
    if (fenced.numUpdatedRows === 0n) return;
    const runs = await transaction
      .selectFrom("runs")
      .select([...RUN_COLUMNS, "first_tick"])
      .where("instance_id", "=", instanceId)
      .where("state", "=", "running")
      .execute();
    for (const row of runs) {
      const run = toRun(row);
      const { id } = run;
      const committed = await readCommittedChunks(transaction, {
        id,
        instanceId,
        firstTick: row.first_tick,
      });
      const end = toInterruption(run.messageId);
      const chunks = [...committed, end];
      const message = buildMessage(id, chunks);
      await endRun(transaction, { run, state: end.state, chunks, message }, options);
    }
  });
}

function toInterruption(messageId: string): CompleteChunk {
  return {
    type: "complete",
    messageId,
    state: "interrupted",
    finishReason: "interrupted",
    usage: UNKNOWN_USAGE,
  };
}

function buildMessage(runId: string, chunks: readonly StreamingChunk[]) {
  const message = new MessageBuilder(runId).pushAll(chunks);
  if (message === null) throw new Error("A run's last chunk makes its message whole.");
  return message;
}
