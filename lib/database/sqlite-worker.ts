import { parentPort, workerData } from "node:worker_threads";
import Database from "better-sqlite3";
import type { WorkerReply, WorkerRequest } from "./sqlite-protocol";

/**
 * Owns the only connection of this process. A commit waits for the disk here, where it holds up
 * nothing but other queries.
 */
const { path } = workerData as { readonly path: string };
const database = new Database(path);
database.pragma("busy_timeout = 10000");
database.pragma("journal_mode = WAL");
database.pragma("synchronous = FULL");
database.pragma("foreign_keys = ON");

const statements = new Map<string, Database.Statement>();

parentPort?.on("message", ({ id, sql, parameters }: WorkerRequest) => {
  parentPort?.postMessage(answer(id, sql, parameters));
});

function answer(id: number, sql: string, parameters: readonly unknown[]): WorkerReply {
  try {
    const statement = prepare(sql);
    if (statement.reader) return { id, rows: statement.all(...parameters), changes: 0 };
    return { id, rows: [], changes: statement.run(...parameters).changes };
  } catch (error) {
    const code = error instanceof Database.SqliteError ? error.code : "SQLITE_ERROR";
    return { id, error: { code, message: error instanceof Error ? error.message : String(error) } };
  }
}

function prepare(sql: string): Database.Statement {
  let statement = statements.get(sql);
  if (statement === undefined) {
    if (statements.size >= 500) statements.clear();
    statement = database.prepare(sql);
    statements.set(sql, statement);
  }
  return statement;
}
