import { ChatError } from "@/lib/chat/chat-error";
import type { LogBatch } from "@/lib/chat/stream-log";
import type { FinishReason, Usage } from "@/lib/chat/streaming-chunk";

export interface WholeAnswer {
  readonly answer: string;
  readonly model: string;
  readonly finishReason: FinishReason;
  readonly usage: Usage;
}

/** Reads a run to its end. Throws the `ChatError` that it failed with. */
export async function toWholeAnswer(batches: AsyncIterable<LogBatch>): Promise<WholeAnswer> {
  const pieces: string[] = [];
  let model = "";
  for await (const { chunks } of batches) {
    for (const chunk of chunks) {
      if (chunk.type === "message") model = chunk.model;
      if (chunk.type === "content") pieces.push(chunk.content);
      if (chunk.type === "error") throw new ChatError(chunk.code, chunk.message);
      if (chunk.type === "complete") {
        const { finishReason, usage } = chunk;
        return { answer: pieces.join(""), model, finishReason, usage };
      }
    }
  }
  throw new ChatError("internal", "The answer broke off.");
}
