import type { StreamingChunk } from "@/lib/chat/streaming-chunk";
import type { StreamFormat } from "./stream-format";

/** `{"chunk"}` per piece of text, `{"done":true}` at the end. */
export const simpleFormat: StreamFormat = {
  name: "simple",
  headers: {},
  createEncoder: () => encode,
};

function encode(chunk: StreamingChunk): readonly string[] {
  switch (chunk.type) {
    case "content":
      return [JSON.stringify({ chunk: chunk.content })];
    case "error": {
      const { code, message, requestId } = chunk;
      return [JSON.stringify({ error: { code, message, requestId } })];
    }
    case "complete": {
      const { state } = chunk;
      return [JSON.stringify(state === "completed" ? { done: true } : { done: true, state })];
    }
    case "message":
    case "reasoning":
    case "tool_call":
    case "tool_result":
      return [];
  }
}
