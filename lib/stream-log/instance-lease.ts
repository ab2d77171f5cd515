import type { Kysely, Transaction } from "kysely";
import { ChatError } from "@/lib/chat/chat-error";
import type { DatabaseSchema } from "@/lib/database/schema";

export interface InstanceLeaseOptions {
  readonly createId: () => string;
  /** How long an instance that says nothing is taken for alive. */
  readonly leaseMs: number;
}

/**
 * What an instance may write ends with its lease. The id is new with each start and each time a lease
 * was lost, so that it is the epoch, too: a frozen owner that wakes up finds its id fenced.
 */
export class InstanceLease {
  readonly #database: Kysely<DatabaseSchema>;
  readonly #options: InstanceLeaseOptions;
  #instanceId: string | null = null;

  constructor(database: Kysely<DatabaseSchema>, options: InstanceLeaseOptions) {
    this.#database = database;
    this.#options = options;
  }

  get instanceId(): string {
    if (this.#instanceId === null) throw new Error("The instance has no lease yet.");
    return this.#instanceId;
  }

  /** Takes a lease under a new id. */
  async acquire(): Promise<void> {
    const id = this.#options.createId();
    await this.#database
      .insertInto("instances")
      .values({ id, lease_until: Date.now() + this.#options.leaseMs })
      .execute();
    this.#instanceId = id;
  }

  /** Renews the lease; throws `conflict` when it was lost. */
  async require(
    database: Kysely<DatabaseSchema> | Transaction<DatabaseSchema>,
    nowMs: number,
  ): Promise<void> {
    if (!(await this.renew(database, nowMs))) {
      throw new ChatError("conflict", "Another instance has taken over.");
    }
  }

  /** False when the lease was lost. */
  async renew(
    database: Kysely<DatabaseSchema> | Transaction<DatabaseSchema>,
    nowMs: number,
  ): Promise<boolean> {
    const renewed = await database
      .updateTable("instances")
      .set({ lease_until: nowMs + this.#options.leaseMs })
      .where("id", "=", this.instanceId)
      .where("is_fenced", "=", 0)
      .executeTakeFirst();
    return renewed.numUpdatedRows > 0n;
  }
}
