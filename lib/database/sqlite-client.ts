import { Worker } from "node:worker_threads";
import { SqliteError } from "./sqlite-error";
import type { WorkerReply, WorkerRequest } from "./sqlite-protocol";

interface QueryReply {
  readonly rows: readonly unknown[];
  readonly changes: number;
}

interface Pending {
  readonly resolve: (reply: QueryReply) => void;
  readonly reject: (error: unknown) => void;
}

/** Talks to the thread that holds the connection. Queries run one after the other, in order. */
export class SqliteClient {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #failure: Error | null = null;

  constructor(path: string) {
    this.#worker = new Worker(new URL("./sqlite-worker.ts", import.meta.url), {
      workerData: { path },
    });
    this.#worker.on("message", (reply: WorkerReply) => this.#settle(reply));
    this.#worker.on("error", (error) => this.#fail(error));
    this.#worker.on("exit", () => this.#fail(new Error("The database is closed.")));
    this.#worker.unref();
  }

  /** Rejects with a `SqliteError`, or with what ended the thread. */
  query(sql: string, parameters: readonly unknown[]): Promise<QueryReply> {
    if (this.#failure !== null) return Promise.reject(this.#failure);
    const id = (this.#lastId += 1);
    const request: WorkerRequest = { id, sql, parameters };
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage(request);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #settle(reply: WorkerReply): void {
    const pending = this.#pending.get(reply.id);
    this.#pending.delete(reply.id);
    if (this.#pending.size === 0) this.#worker.unref();
    if ("error" in reply) pending?.reject(new SqliteError(reply.error.code, reply.error.message));
    else pending?.resolve(reply);
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#pending.values()) reject(this.#failure);
    this.#pending.clear();
  }
}
