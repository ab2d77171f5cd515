import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Kysely } from "kysely";
import { migrate } from "./migrate";
import type { DatabaseSchema } from "./schema";
import { createSqliteDialect } from "./sqlite-dialect";

/** The embedded database in `folder`, which is made if it is not there. Up to date. */
export async function openSqliteDatabase(folder: string): Promise<Kysely<DatabaseSchema>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const dialect = createSqliteDialect(join(folder, "yeoul.db"));
  const database = new Kysely<DatabaseSchema>({ dialect });
  await migrate(database);
  return database;
}
