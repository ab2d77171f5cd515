import type { CompleteChunk, StreamingChunk } from "@/lib/chat/streaming-chunk";
import type { StreamFormat } from "./stream-format";

/** One JSON object with a `type` per chunk, snake_case, then `[DONE]`. */
export const typedFormat: StreamFormat = {
  name: "typed",
  headers: {},
  createEncoder: () => encode,
};

function encode(chunk: StreamingChunk): readonly string[] {
  switch (chunk.type) {
    case "message":
      return [];
    case "content":
    case "reasoning":
      return [JSON.stringify({ type: chunk.type, role: "assistant", content: chunk.content })];
    case "tool_call":
      return [
        JSON.stringify({
          type: "tool_call",
          tool_call_id: chunk.toolCallId,
          content: chunk.input,
          metadata: { tool_name: chunk.toolName },
        }),
      ];
    case "tool_result":
      return [
        JSON.stringify({
          type: "tool_result",
          tool_call_id: chunk.toolCallId,
          content: chunk.output,
          metadata: { tool_name: chunk.toolName, is_error: chunk.isError },
        }),
      ];
    case "error": {
      const { code, requestId } = chunk;
      const metadata = { code, request_id: requestId };
      return [JSON.stringify({ type: "error", content: chunk.message, metadata })];
    }
    case "complete":
      return chunk.state === "failed" ? ["[DONE]"] : [encodeComplete(chunk), "[DONE]"];
  }
}

function encodeComplete({ messageId, state, finishReason, usage }: CompleteChunk): string {
  const metadata = {
    message_id: messageId,
    finish_reason: finishReason,
    usage: {
      input_tokens: usage.inputTokens,
      output_tokens: usage.outputTokens,
      total_tokens: usage.totalTokens,
    },
  };
  return JSON.stringify({
    type: "complete",
    metadata: state === "completed" ? metadata : { ...metadata, state },
  });
}
