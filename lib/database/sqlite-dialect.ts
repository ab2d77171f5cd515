import {
  CompiledQuery,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from "kysely";
import { SqliteClient } from "./sqlite-client";

/** SQLite in a thread of its own, for Kysely. One transaction or query at a time. */
export function createSqliteDialect(path: string): Dialect {
  return {
    createDriver: () => new SqliteThreadDriver(path),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new TransactionalSqliteAdapter(),
    createIntrospector: (database) => new SqliteIntrospector(database),
  };
}

/** Migrations run in one transaction, which also keeps two processes from migrating at once. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class SqliteThreadDriver implements Driver {
  readonly #client: SqliteClient;
  readonly #connection: SqliteThreadConnection;
  #lastRelease: Promise<void> = Promise.resolve();
  #release = () => {};

  constructor(path: string) {
    this.#client = new SqliteClient(path);
    this.#connection = new SqliteThreadConnection(this.#client);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const previous = this.#lastRelease;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#lastRelease = promise;
    await previous;
    this.#release = resolve;
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#release();
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("BEGIN IMMEDIATE"));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("COMMIT"));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("ROLLBACK"));
  }

  destroy(): Promise<void> {
    return this.#client.close();
  }
}

class SqliteThreadConnection implements DatabaseConnection {
  readonly #client: SqliteClient;

  constructor(client: SqliteClient) {
    this.#client = client;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, changes } = await this.#client.query(sql, parameters);
    return { rows: rows as Row[], numAffectedRows: BigInt(changes) };
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncGenerator<QueryResult<Row>, void> {
    yield await this.executeQuery<Row>(query);
  }
}
