import type { UIMessageChunk } from "ai";
import { toText } from "@/lib/chat/json";
import type { CompleteChunk, ErrorChunk, StreamingChunk } from "@/lib/chat/streaming-chunk";
import type { Run } from "@/lib/chat/run";
import type { StreamFormat } from "./stream-format";
import { toErrorMetadata, toOutcomeMetadata, toStartMetadata } from "./ui-message-metadata";

/** AI SDK UI message stream v1 (ai-sdk.dev/docs/ai-sdk-ui/stream-protocol). */
export const uiFormat: StreamFormat = {
  name: "ui",
  headers: { "x-vercel-ai-ui-message-stream": "v1" },
  createEncoder: (run) => {
    const encoder = new UiEncoder(run);
    return (chunk) => encoder.encode(chunk);
  },
};

class UiEncoder {
  readonly #run: Run;
  #openPart: { type: "text" | "reasoning"; id: string } | null = null;
  #partCount = 0;
  #isStepOver = false;

  constructor(run: Run) {
    this.#run = run;
  }

  encode(chunk: StreamingChunk): readonly string[] {
    const chunks = this.#toUiChunks(chunk).map((uiChunk) => JSON.stringify(uiChunk));
    return chunk.type === "complete" ? [...chunks, "[DONE]"] : chunks;
  }

  #toUiChunks(chunk: StreamingChunk): UIMessageChunk[] {
    switch (chunk.type) {
      case "message": {
        const messageMetadata = toStartMetadata(this.#run);
        return [
          { type: "start", messageId: chunk.messageId, messageMetadata },
          { type: "start-step" },
        ];
      }
      case "content":
        return this.#toDelta("text", chunk.content);
      case "reasoning":
        return this.#toDelta("reasoning", chunk.content);
      case "tool_call": {
        const { toolCallId, toolName, input } = chunk;
        const call: UIMessageChunk = { type: "tool-input-available", toolCallId, toolName, input };
        return [...this.#closePart(), ...this.#continueStep(), call];
      }
      case "tool_result": {
        const { toolCallId, output } = chunk;
        this.#isStepOver = true;
        return [
          chunk.isError
            ? { type: "tool-output-error", toolCallId, errorText: toText(output) }
            : { type: "tool-output-available", toolCallId, output },
        ];
      }
      case "error":
        return [...this.#closePart(), ...toErrorChunks(chunk)];
      case "complete":
        return [...this.#closePart(), ...toEndChunks(chunk)];
    }
  }

  #toDelta(type: "text" | "reasoning", delta: string): UIMessageChunk[] {
    if (this.#openPart?.type === type) {
      return [{ type: `${type}-delta`, id: this.#openPart.id, delta }];
    }
    const before = [...this.#closePart(), ...this.#continueStep()];
    const id = String((this.#partCount += 1));
    this.#openPart = { type, id };
    return [...before, { type: `${type}-start`, id }, { type: `${type}-delta`, id, delta }];
  }

  #closePart(): UIMessageChunk[] {
    if (this.#openPart === null) return [];
    const { type, id } = this.#openPart;
    this.#openPart = null;
    return [{ type: `${type}-end`, id }];
  }

  #continueStep(): UIMessageChunk[] {
    if (!this.#isStepOver) return [];
    this.#isStepOver = false;
    return [{ type: "finish-step" }, { type: "start-step" }];
  }
}

function toErrorChunks(chunk: ErrorChunk): UIMessageChunk[] {
  return [
    { type: "message-metadata", messageMetadata: toErrorMetadata(chunk) },
    { type: "error", errorText: chunk.message },
  ];
}

function toEndChunks(chunk: CompleteChunk): UIMessageChunk[] {
  const { finishReason, state } = chunk;
  const end: UIMessageChunk[] = [
    { type: "finish-step" },
    { type: "finish", finishReason, messageMetadata: toOutcomeMetadata(chunk) },
  ];
  return state === "stopped" ? [{ type: "abort", reason: "stopped" }, ...end] : end;
}
