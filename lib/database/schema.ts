import type { Generated } from "kysely";

/**
 * The tables, the same in SQLite and PostgreSQL. Times are milliseconds since the epoch, structures
 * are JSON text, flags are 0 or 1.
 */
export interface DatabaseSchema {
  readonly chats: ChatTable;
  readonly messages: MessageTable;
  readonly runs: RunTable;
  readonly run_logs: RunLogTable;
  readonly log_ticks: LogTickTable;
  readonly instances: InstanceTable;
}

export interface ChatTable {
  id: string;
  /** `null`: belongs to whoever knows its id. */
  owner_id: string | null;
  title: string | null;
  /** The newest message of the branch that is shown; its ancestors are the conversation. */
  head_id: string | null;
  created_at: number;
  updated_at: number;
}

/** Append-only: a message's answers are its children. */
export interface MessageTable {
  chat_id: string;
  id: string;
  parent_id: string | null;
  role: "user" | "assistant";
  /** `MessagePart[]`. */
  parts: string;
  /** `AssistantOutcome`, where there is one. */
  outcome: string | null;
  created_at: number;
}

export interface RunTable {
  id: string;
  chat_id: string | null;
  owner_id: string | null;
  user_message_id: string;
  message_id: string;
  model: string;
  state: string;
  /** The instance that produces the run. What it may write ends with its lease. */
  instance_id: string;
  /** The first of the instance's ticks that can hold chunks of the run. */
  first_tick: number;
  is_stop_requested: Generated<number>;
  created_at: number;
  ended_at: number | null;
}

/** All chunks of a run that has ended, for replays. */
export interface RunLogTable {
  run_id: string;
  /** `StreamingChunk[]`. */
  chunks: string;
  expires_at: number;
}

/** What one instance committed together: the new chunks of all its live runs. */
export interface LogTickTable {
  instance_id: string;
  /** From 1, without a gap. */
  tick: number;
  /** `LogTickEntry[]`. */
  entries: string;
  created_at: number;
}

export interface InstanceTable {
  id: string;
  lease_until: number;
  /** Set by whoever finds the lease expired. From then on the instance can write nothing. */
  is_fenced: Generated<number>;
}
