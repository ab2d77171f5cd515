import { openSqliteDatabase } from "@/lib/database/open-sqlite-database";
import {
  createTemporaryDatabase,
  createTemporaryFolder,
} from "@/lib/database/testing/temporary-database";
import { describeInstances } from "./testing/instances-contract";
import { describeStreamLog } from "./testing/stream-log-contract";

describeStreamLog("SQLite", createTemporaryDatabase);

describeInstances("SQLite", async () => {
  const folder = await createTemporaryFolder();
  return { open: () => openSqliteDatabase(folder) };
});
