import type { ChatModel, ModelChunk, ModelRequest, ModelStep, ModelTurn } from "./chat-model";
import { executeTool } from "./execute-tool";
import type {
  CompleteChunk,
  FinishReason,
  StreamingChunk,
  ToolCallChunk,
  Usage,
} from "./streaming-chunk";
import { toFailure } from "./to-failure";
import { addUsage, UNKNOWN_USAGE } from "./usage";
import { WholeCodePoints } from "./whole-code-points";

export interface ReplyOptions {
  readonly model: ChatModel;
  readonly request: Omit<ModelRequest, "turns" | "mayCallTools">;
  readonly messageId: string;
  readonly createdAt: string;
  readonly requestId: string;
  /** How often the model may be called. In the last step it has to answer without tools. */
  readonly maxSteps: number;
  readonly toolTimeoutMs: number;
  /** Told before the error chunk is yielded, with the whole cause. */
  readonly onError: (error: unknown) => void;
}

/**
 * The answer to one message, as batches of chunks: first `message`, last `complete`, whatever
 * happens. Aborting `signal` stops it: the answer ends as `stopped` with what was yielded so far.
 */
export async function* generateReply(
  options: ReplyOptions,
  signal: AbortSignal,
): AsyncGenerator<readonly StreamingChunk[], void> {
  const { messageId, createdAt, model } = options;
  let usage: Usage | null = null;
  const complete = (state: CompleteChunk["state"], finishReason: FinishReason): CompleteChunk => {
    return { type: "complete", messageId, state, finishReason, usage: usage ?? UNKNOWN_USAGE };
  };

  yield [{ type: "message", role: "assistant", messageId, model: model.id, createdAt }];
  try {
    const turns: ModelTurn[] = [];
    for (let stepNumber = 1; ; stepNumber += 1) {
      const isLastStep = stepNumber >= options.maxSteps;
      const request = { ...options.request, turns, mayCallTools: !isLastStep };
      const { step, toolCalls } = yield* streamStep(model, request, signal);
      usage = usage === null ? step.usage : addUsage(usage, step.usage);

      if (isLastStep || toolCalls.length === 0 || isCutShort(step.finishReason)) {
        yield [complete("completed", step.finishReason)];
        return;
      }
      const toolResults = await Promise.all(
        toolCalls.map((call) =>
          executeTool(options.request.tools, call, { timeoutMs: options.toolTimeoutMs, signal }),
        ),
      );
      yield toolResults;
      turns.push({ assistant: step.continuation, toolResults });
    }
  } catch (error) {
    if (signal.aborted) {
      yield [complete("stopped", "interrupted")];
      return;
    }
    options.onError(error);
    yield toFailure(error, {
      messageId,
      requestId: options.requestId,
      usage: usage ?? UNKNOWN_USAGE,
    });
  }
}

async function* streamStep(
  model: ChatModel,
  request: ModelRequest,
  signal: AbortSignal,
): AsyncGenerator<readonly ModelChunk[], { step: ModelStep; toolCalls: readonly ToolCallChunk[] }> {
  const wholeCodePoints = new WholeCodePoints();
  const toolCalls: ToolCallChunk[] = [];
  const batches = model.streamStep(request, signal);
  for (;;) {
    const next = await batches.next();
    signal.throwIfAborted();
    const chunks = next.done ? wholeCodePoints.flush() : wholeCodePoints.push(next.value);
    for (const chunk of chunks) if (chunk.type === "tool_call") toolCalls.push(chunk);
    if (chunks.length > 0) yield chunks;
    if (next.done) return { step: next.value, toolCalls };
  }
}

function isCutShort(finishReason: FinishReason): boolean {
  return finishReason === "length" || finishReason === "content-filter" || finishReason === "error";
}
