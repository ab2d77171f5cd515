import type { ChatTool } from "./chat-tool";
import type { JsonValue } from "./json";
import { raceAbort } from "./race-abort";
import type { ToolCallChunk, ToolResultChunk } from "./streaming-chunk";

/**
 * Whatever goes wrong with the tool becomes an error result, so that the model can go on. Rejects
 * only when `signal` aborts, with its reason.
 */
export async function executeTool(
  tools: readonly ChatTool[],
  call: ToolCallChunk,
  options: { readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<ToolResultChunk> {
  const { toolCallId, toolName } = call;
  const answer = (output: JsonValue, isError: boolean): ToolResultChunk => {
    return { type: "tool_result", toolCallId, toolName, output, isError };
  };

  const tool = tools.find(({ name }) => name === toolName);
  if (tool === undefined) return answer(`There is no tool named ${toolName}.`, true);
  const input = tool.inputSchema.safeParse(call.input);
  if (!input.success) return answer(`The input does not fit the tool ${toolName}.`, true);

  const timeout = AbortSignal.timeout(options.timeoutMs);
  const signal = AbortSignal.any([options.signal, timeout]);
  try {
    const execution = (async () => tool.execute(input.data, { signal }))();
    return answer(await raceAbort(execution, signal), false);
  } catch (error) {
    options.signal.throwIfAborted();
    if (timeout.aborted) return answer(`The tool ${toolName} took too long.`, true);
    return answer(error instanceof Error ? error.message : `The tool ${toolName} failed.`, true);
  }
}
