import type { RunEndState, StreamingChunk } from "@/lib/chat/streaming-chunk";
import type { StreamFormat } from "./stream-format";

/** The bare text of each piece, then `[DONE]`. */
export const textFormat: StreamFormat = {
  name: "text",
  headers: {},
  createEncoder: () => encode,
};

const END: Readonly<Record<RunEndState, readonly string[]>> = {
  completed: ["[DONE]"],
  stopped: ["[DONE]"],
  failed: ["[DONE]"],
  interrupted: ["[ERROR] The answer was interrupted.", "[DONE]"],
};

function encode(chunk: StreamingChunk): readonly string[] {
  switch (chunk.type) {
    case "content":
      return [chunk.content];
    case "error":
      return [`[ERROR] ${chunk.message}`];
    case "complete":
      return END[chunk.state];
    case "message":
    case "reasoning":
    case "tool_call":
    case "tool_result":
      return [];
  }
}
