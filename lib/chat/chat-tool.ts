import type { z } from "zod";
import type { JsonValue } from "./json";

/**
 * Something the model may call during a run. The input has passed `inputSchema` before `execute`
 * sees it. An error thrown by `execute` becomes an error result for the model; its message is shown
 * to the user, so it must be safe to read. `signal` aborts when the run stops or the tool is too slow.
 */
export interface ChatTool<Input = unknown> {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: z.ZodType<Input>;
  execute(input: Input, context: { readonly signal: AbortSignal }): Promise<JsonValue>;
}
