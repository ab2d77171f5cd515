/** What goes to the thread that holds the SQLite connection, and what comes back. */
export interface WorkerRequest {
  readonly id: number;
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

export type WorkerReply =
  | { readonly id: number; readonly rows: readonly unknown[]; readonly changes: number }
  | { readonly id: number; readonly error: { readonly code: string; readonly message: string } };
