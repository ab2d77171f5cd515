import { Migrator, type Kysely } from "kysely";
import { initial } from "./migrations/001-initial";
import type { DatabaseSchema } from "./schema";

const MIGRATIONS = { "001-initial": initial };

/** Brings the schema up to date. Several instances may start at once: one does it, the others wait. */
export async function migrate(database: Kysely<DatabaseSchema>): Promise<void> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => MIGRATIONS },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error("The database can't be migrated.", { cause: error });
}
