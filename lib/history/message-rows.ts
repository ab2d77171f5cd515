import type { Kysely, Transaction } from "kysely";
import type { ChatMessage, UserMessage } from "@/lib/chat/chat-message";
import type { DatabaseSchema, MessageTable } from "@/lib/database/schema";

type Reader = Kysely<DatabaseSchema> | Transaction<DatabaseSchema>;

/** A message and the one that it follows; `null` begins the chat. */
export interface MessageNode {
  readonly message: ChatMessage;
  readonly parentId: string | null;
}

/** Keeps messages that are not kept yet. A message with a known id is left as it is. */
export async function insertMessages(
  database: Reader,
  chatId: string,
  nodes: readonly MessageNode[],
  nowMs: number,
): Promise<void> {
  if (nodes.length === 0) return;
  await database
    .insertInto("messages")
    .values(nodes.map((node) => toRow(chatId, node, nowMs)))
    .onConflict((conflict) => conflict.columns(["chat_id", "id"]).doNothing())
    .execute();
}

/** What a client edits under the id that it has already. */
export async function rewriteMessage(
  database: Reader,
  chatId: string,
  { id, parts }: UserMessage,
): Promise<void> {
  await database
    .updateTable("messages")
    .set({ parts: JSON.stringify(parts) })
    .where("chat_id", "=", chatId)
    .where("id", "=", id)
    .where("role", "=", "user")
    .execute();
}

/** The conversation that ends with `headId`, oldest first. */
export async function readBranch(
  database: Reader,
  chatId: string,
  headId: string,
): Promise<readonly ChatMessage[]> {
  const rows = await database
    .withRecursive("branch(id, parent_id, role, parts, outcome, depth)", (query) =>
      query
        .selectFrom("messages")
        .select((eb) => ["id", "parent_id", "role", "parts", "outcome", eb.lit(0).as("depth")])
        .where("chat_id", "=", chatId)
        .where("id", "=", headId)
        .unionAll(
          query
            .selectFrom("branch")
            .innerJoin("messages", "messages.id", "branch.parent_id")
            .select(({ eb }) => [
              "messages.id",
              "messages.parent_id",
              "messages.role",
              "messages.parts",
              "messages.outcome",
              eb("branch.depth", "+", 1).as("depth"),
            ])
            .where("messages.chat_id", "=", chatId),
        ),
    )
    .selectFrom("branch")
    .select(["id", "role", "parts", "outcome"])
    .orderBy("depth", "desc")
    .execute();
  return rows.map(toMessage);
}

function toRow(chatId: string, { message, parentId }: MessageNode, nowMs: number): MessageTable {
  const outcome = message.role === "assistant" ? message.outcome : undefined;
  return {
    chat_id: chatId,
    id: message.id,
    parent_id: parentId,
    role: message.role,
    parts: JSON.stringify(message.parts),
    outcome: outcome === undefined ? null : JSON.stringify(outcome),
    created_at: nowMs,
  };
}

/** The counterpart of `toRow`; nothing else writes these columns. */
function toMessage(row: Pick<MessageTable, "id" | "role" | "parts" | "outcome">): ChatMessage {
  const parts: unknown = JSON.parse(row.parts);
  const outcome: unknown = row.outcome === null ? undefined : JSON.parse(row.outcome);
  const { id, role } = row;
  return { id, role, parts, ...(outcome !== undefined && { outcome }) } as ChatMessage;
}
