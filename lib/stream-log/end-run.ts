import type { Transaction } from "kysely";
import type { Run } from "@/lib/chat/run";
import type { AssistantMessage } from "@/lib/chat/chat-message";
import type { RunEndState, StreamingChunk } from "@/lib/chat/streaming-chunk";
import type { DatabaseSchema } from "@/lib/database/schema";
import { insertMessages } from "@/lib/history/message-rows";

export interface EndedRun {
  readonly run: Run;
  readonly state: RunEndState;
  /** All of the run's chunks, from the first. */
  readonly chunks: readonly StreamingChunk[];
  readonly message: AssistantMessage;
}

/** The run's end, its answer and its whole log, within the caller's transaction. */
export async function endRun(
  transaction: Transaction<DatabaseSchema>,
  { run, state, chunks, message }: EndedRun,
  options: { readonly nowMs: number; readonly retentionMs: number },
): Promise<void> {
  const { nowMs, retentionMs } = options;
  await transaction
    .updateTable("runs")
    .set({ state, ended_at: nowMs })
    .where("id", "=", run.id)
    .where("state", "=", "running")
    .execute();
  await transaction
    .insertInto("run_logs")
    .values({ run_id: run.id, chunks: JSON.stringify(chunks), expires_at: nowMs + retentionMs })
    .execute();
  if (run.chatId === null) return;
  const node = { message, parentId: run.userMessageId };
  await insertMessages(transaction, run.chatId, [node], nowMs);
  await transaction
    .updateTable("chats")
    .set({ head_id: message.id, updated_at: nowMs })
    .where("id", "=", run.chatId)
    .where("head_id", "=", run.userMessageId)
    .execute();
}
