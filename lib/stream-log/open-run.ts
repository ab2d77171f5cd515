import type { Kysely, Transaction } from "kysely";
import { ChatError } from "@/lib/chat/chat-error";
import { isVisibleTo } from "@/lib/chat/is-visible-to";
import type { Run } from "@/lib/chat/run";
import type { OpenedRun, RunOpening } from "@/lib/chat/stream-log";
import type { DatabaseSchema } from "@/lib/database/schema";
import { insertMessages, rewriteMessage } from "@/lib/history/message-rows";
import { RUN_COLUMNS, toRun } from "./run-rows";

export interface RunOwner {
  readonly instanceId: string;
  readonly firstTick: number;
}

/** See `StreamLog.open`: chat, messages and run, within the caller's transaction. */
export async function openRun(
  transaction: Transaction<DatabaseSchema>,
  run: Run,
  opening: RunOpening,
  owner: RunOwner,
): Promise<OpenedRun> {
  const { chatId } = run;
  if (chatId !== null) {
    await checkOwner(transaction, chatId, run.ownerId);
    const existing = await findAnswer(transaction, chatId, run, opening.isRegeneration);
    if (existing !== null) return { run: existing, isNew: false };
    await keepMessages(transaction, chatId, run, opening);
  }
  await transaction
    .insertInto("runs")
    .values({
      id: run.id,
      chat_id: chatId,
      owner_id: run.ownerId,
      user_message_id: run.userMessageId,
      message_id: run.messageId,
      model: run.model,
      state: "running",
      instance_id: owner.instanceId,
      first_tick: owner.firstTick,
      created_at: Date.parse(run.createdAt),
      ended_at: null,
    })
    .execute();
  return { run, isNew: true };
}

async function checkOwner(
  transaction: Transaction<DatabaseSchema>,
  chatId: string,
  ownerId: string | null,
): Promise<void> {
  const chat = await transaction
    .selectFrom("chats")
    .select("owner_id")
    .where("id", "=", chatId)
    .executeTakeFirst();
  if (chat !== undefined && !isVisibleTo(ownerId, { ownerId: chat.owner_id })) {
    throw new ChatError("not-found", "There is no such chat.");
  }
}

async function findAnswer(
  transaction: Transaction<DatabaseSchema>,
  chatId: string,
  { userMessageId }: Run,
  isRegeneration: boolean,
): Promise<Run | null> {
  const live = await findLiveRun(transaction, chatId);
  if (live !== null) {
    if (live.userMessageId === userMessageId) return live;
    throw new ChatError("conflict", "This chat is still answering another message.");
  }
  if (isRegeneration) return null;
  const answered = await transaction
    .selectFrom("runs")
    .innerJoin("run_logs", "run_logs.run_id", "runs.id")
    .select(RUN_COLUMNS)
    .where("chat_id", "=", chatId)
    .where("user_message_id", "=", userMessageId)
    .orderBy("created_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return answered === undefined ? null : toRun(answered);
}

export async function findLiveRun(
  database: Kysely<DatabaseSchema>,
  chatId: string,
): Promise<Run | null> {
  const row = await database
    .selectFrom("runs")
    .select(RUN_COLUMNS)
    .where("chat_id", "=", chatId)
    .where("state", "=", "running")
    .executeTakeFirst();
  return row === undefined ? null : toRun(row);
}

async function keepMessages(
  transaction: Transaction<DatabaseSchema>,
  chatId: string,
  run: Run,
  { previousMessages, userMessage }: RunOpening,
): Promise<void> {
  const nowMs = Date.parse(run.createdAt);
  await transaction
    .insertInto("chats")
    .values({
      id: chatId,
      owner_id: run.ownerId,
      title: null,
      head_id: userMessage.id,
      created_at: nowMs,
      updated_at: nowMs,
    })
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet({ head_id: userMessage.id, updated_at: nowMs }),
    )
    .execute();
  const messages = [...previousMessages, userMessage];
  const nodes = messages.map((message, index) => {
    return { message, parentId: messages[index - 1]?.id ?? null };
  });
  await insertMessages(transaction, chatId, nodes, nowMs);
  await rewriteMessage(transaction, chatId, userMessage);
}
