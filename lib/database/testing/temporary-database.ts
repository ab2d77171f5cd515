import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Kysely } from "kysely";
import { openSqliteDatabase } from "../open-sqlite-database";
import type { DatabaseSchema } from "../schema";

export function createTemporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), "yeoul-"));
}

/** An embedded database of its own for one test. */
export async function createTemporaryDatabase(): Promise<Kysely<DatabaseSchema>> {
  return openSqliteDatabase(await createTemporaryFolder());
}
