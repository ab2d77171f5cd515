import { sql, type Kysely, type Migration } from "kysely";

export const initial: Migration = { up };

async function up(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable("chats")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("owner_id", "text")
    .addColumn("title", "text")
    .addColumn("head_id", "text")
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("updated_at", "bigint", (column) => column.notNull())
    .execute();
  await schema
    .createIndex("chats_by_owner")
    .on("chats")
    .columns(["owner_id", "updated_at", "id"])
    .execute();
  await schema
    .createTable("messages")
    .addColumn("chat_id", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("parent_id", "text")
    .addColumn("role", "text", (column) => column.notNull())
    .addColumn("parts", "text", (column) => column.notNull())
    .addColumn("outcome", "text")
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("messages_key", ["chat_id", "id"])
    .execute();
  await schema
    .createTable("runs")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("chat_id", "text")
    .addColumn("owner_id", "text")
    .addColumn("user_message_id", "text", (column) => column.notNull())
    .addColumn("message_id", "text", (column) => column.notNull())
    .addColumn("model", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("instance_id", "text", (column) => column.notNull())
    .addColumn("first_tick", "bigint", (column) => column.notNull())
    .addColumn("is_stop_requested", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("ended_at", "bigint")
    .execute();
  await schema
    .createIndex("one_live_run_per_chat")
    .unique()
    .on("runs")
    .column("chat_id")
    .where(sql`state`, "=", sql.lit("running"))
    .execute();
  await schema
    .createIndex("runs_by_message")
    .on("runs")
    .columns(["chat_id", "user_message_id", "created_at"])
    .execute();
  await schema
    .createIndex("live_runs_by_instance")
    .on("runs")
    .column("instance_id")
    .where(sql`state`, "=", sql.lit("running"))
    .execute();
  await schema
    .createTable("run_logs")
    .addColumn("run_id", "text", (column) => column.primaryKey())
    .addColumn("chunks", "text", (column) => column.notNull())
    .addColumn("expires_at", "bigint", (column) => column.notNull())
    .execute();
  await schema.createIndex("run_logs_by_expiry").on("run_logs").column("expires_at").execute();
  await schema
    .createTable("log_ticks")
    .addColumn("instance_id", "text", (column) => column.notNull())
    .addColumn("tick", "bigint", (column) => column.notNull())
    .addColumn("entries", "text", (column) => column.notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("log_ticks_key", ["instance_id", "tick"])
    .execute();
  await schema
    .createTable("instances")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("lease_until", "bigint", (column) => column.notNull())
    .addColumn("is_fenced", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
}
