import type { Kysely } from "kysely";
import type { DatabaseSchema } from "@/lib/database/schema";

/** How long ticks stay that no live run needs, for readers in other instances that lag behind. */
const TICK_RETENTION_MS = 60_000;

/** Deletes what nobody can ask for any more: expired logs, runs outside of chats, old ticks. */
export async function forgetExpired(
  database: Kysely<DatabaseSchema>,
  nowMs: number,
): Promise<void> {
  await database.deleteFrom("run_logs").where("expires_at", "<", nowMs).execute();
  await database
    .deleteFrom("runs")
    .where("chat_id", "is", null)
    .where("state", "!=", "running")
    .where((eb) =>
      eb.not(
        eb.exists(eb.selectFrom("run_logs").select("run_id").whereRef("run_id", "=", "runs.id")),
      ),
    )
    .execute();
  await database
    .deleteFrom("log_ticks")
    .where("created_at", "<", nowMs - TICK_RETENTION_MS)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("runs")
            .select("id")
            .where("state", "=", "running")
            .whereRef("runs.instance_id", "=", "log_ticks.instance_id")
            .whereRef("runs.first_tick", "<=", "log_ticks.tick"),
        ),
      ),
    )
    .execute();
}
