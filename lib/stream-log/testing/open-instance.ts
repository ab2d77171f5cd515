import type { Kysely } from "kysely";
import type { DatabaseSchema } from "@/lib/database/schema";
import { InstanceLease } from "../instance-lease";
import { SqlStreamLog } from "../sql-stream-log";

/** One more instance on a database, with a lease of its own. */
export async function openInstance(
  database: Kysely<DatabaseSchema>,
  { leaseMs = 60_000, retentionMs = 60_000, onError = (_error: unknown) => {} } = {},
): Promise<SqlStreamLog> {
  const lease = new InstanceLease(database, { createId: () => crypto.randomUUID(), leaseMs });
  await lease.acquire();
  return new SqlStreamLog({ database, lease, tickIntervalMs: 5, retentionMs, onError });
}
