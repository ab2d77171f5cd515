import type { Logger } from "pino";
import type { ChatHistory } from "@/lib/chat/chat-history";
import type { StreamLog } from "@/lib/chat/stream-log";
import { openSqliteDatabase } from "@/lib/database/open-sqlite-database";
import { SqlChatHistory } from "@/lib/history/sql-chat-history";
import { InstanceLease } from "@/lib/stream-log/instance-lease";
import { SqlStreamLog } from "@/lib/stream-log/sql-stream-log";
import { createId } from "./create-id";
import type { Env } from "./env";

const DAY_MS = 24 * 60 * 60 * 1000;
const KEEP_UP_INTERVAL_MS = 1_000;
const LEASE_MS = 3_000;
const TICK_INTERVAL_MS = 25;

export interface Storage {
  readonly log: StreamLog;
  readonly history: ChatHistory;
}

/** The embedded tier: everything in one database file under `DATA_DIR`. */
export async function openStorage(env: Env, logger: Logger): Promise<Storage> {
  const database = await openSqliteDatabase(env.DATA_DIR);
  const lease = new InstanceLease(database, { createId, leaseMs: LEASE_MS });
  await lease.acquire();
  const log = new SqlStreamLog({
    database,
    lease,
    tickIntervalMs: TICK_INTERVAL_MS,
    retentionMs: DAY_MS,
    onError: (error) => logger.error({ err: error }, "run-end-not-kept"),
  });
  keepUp(log, logger);
  return { log, history: new SqlChatHistory(database) };
}

function keepUp(log: SqlStreamLog, logger: Logger): void {
  const timer = setTimeout(() => {
    log
      .keepUp()
      .catch((error: unknown) => logger.error({ err: error }, "stream-log-fell-behind"))
      .finally(() => timer.refresh());
  }, KEEP_UP_INTERVAL_MS);
  timer.unref();
}
