import type { Selectable } from "kysely";
import type { Run, RunState } from "@/lib/chat/run";
import type { RunTable } from "@/lib/database/schema";

export const RUN_COLUMNS = [
  "id",
  "chat_id",
  "owner_id",
  "user_message_id",
  "message_id",
  "model",
  "state",
  "created_at",
] as const;

type RunRow = Pick<Selectable<RunTable>, (typeof RUN_COLUMNS)[number]>;

export function toRun(row: RunRow): Run {
  return {
    id: row.id,
    chatId: row.chat_id,
    ownerId: row.owner_id,
    userMessageId: row.user_message_id,
    messageId: row.message_id,
    model: row.model,
    createdAt: new Date(row.created_at).toISOString(),
    state: row.state as RunState,
  };
}
