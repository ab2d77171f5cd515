import { expect, it } from "vitest";
import { openSqliteDatabase } from "./open-sqlite-database";
import { createTemporaryFolder } from "./testing/temporary-database";

it("opens a folder several times at once", async () => {
  const folder = await createTemporaryFolder();
  const databases = await Promise.all([1, 2, 3].map(() => openSqliteDatabase(folder)));
  for (const [index, database] of databases.entries()) {
    await database
      .insertInto("instances")
      .values({ id: String(index), lease_until: 0 })
      .execute();
  }
  const rows = await databases[0]?.selectFrom("instances").select("id").execute();
  expect(rows).toHaveLength(3);
  await Promise.all(databases.map((database) => database.destroy()));
});
