import type { AssistantMessage, MessagePart } from "./chat-message";
import type { ErrorChunk, StreamingChunk } from "./streaming-chunk";

type OpenText = { type: "text" | "reasoning"; pieces: string[] };
type OpenPart = OpenText | Exclude<MessagePart, { type: "text" | "reasoning" }>;

/** Folds a run's chunks into the message that they tell. */
export class MessageBuilder {
  readonly #runId: string;
  readonly #parts: OpenPart[] = [];
  #head = { messageId: "", model: "", createdAt: "" };
  #error: ErrorChunk | null = null;

  constructor(runId: string) {
    this.#runId = runId;
  }

  /** The whole message if `complete` is among the chunks, else `null`. */
  pushAll(chunks: readonly StreamingChunk[]): AssistantMessage | null {
    let message: AssistantMessage | null = null;
    for (const chunk of chunks) message = this.push(chunk);
    return message;
  }

  /** The whole message once `complete` has been pushed, before that `null`. */
  push(chunk: StreamingChunk): AssistantMessage | null {
    switch (chunk.type) {
      case "message":
        this.#head = chunk;
        return null;
      case "content":
        this.#openText("text").pieces.push(chunk.content);
        return null;
      case "reasoning":
        this.#openText("reasoning").pieces.push(chunk.content);
        return null;
      case "tool_call": {
        const { toolCallId, toolName, input } = chunk;
        this.#parts.push({ type: "tool", toolCallId, toolName, input });
        return null;
      }
      case "tool_result": {
        const { toolCallId, output, isError } = chunk;
        const index = this.#parts.findIndex(
          (part) => part.type === "tool" && part.toolCallId === toolCallId && !part.result,
        );
        const part = this.#parts[index];
        if (part?.type === "tool") this.#parts[index] = { ...part, result: { output, isError } };
        return null;
      }
      case "error":
        this.#error = chunk;
        return null;
      case "complete": {
        const { model, createdAt } = this.#head;
        const { messageId, state, finishReason, usage } = chunk;
        const outcome = { runId: this.#runId, model, createdAt, state, finishReason, usage };
        return {
          role: "assistant",
          id: messageId,
          parts: this.#parts.map(closePart),
          outcome:
            this.#error === null ? outcome : { ...outcome, error: toOutcomeError(this.#error) },
        };
      }
    }
  }

  #openText(type: OpenText["type"]): OpenText {
    const last = this.#parts.at(-1);
    if (last !== undefined && last.type === type && "pieces" in last) return last;
    const part: OpenText = { type, pieces: [] };
    this.#parts.push(part);
    return part;
  }
}

function closePart(part: OpenPart): MessagePart {
  return "pieces" in part ? { type: part.type, text: part.pieces.join("") } : part;
}

function toOutcomeError({ code, message, requestId }: ErrorChunk) {
  return { code, message, requestId };
}
