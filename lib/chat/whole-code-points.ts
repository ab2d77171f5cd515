import type { ModelChunk } from "./chat-model";

type TextType = "content" | "reasoning";

/**
 * Upstreams may split a surrogate pair over two deltas (JSON escapes allow it). Half a pair is held
 * back until its other half comes, so that no chunk ever ends inside a code point. A half that stays
 * alone becomes U+FFFD, as a UTF-8 encoder would make it.
 */
export class WholeCodePoints {
  #heldType: TextType = "content";
  #held = "";

  /** The chunks of `batch` that are whole. May be empty. */
  push(batch: readonly ModelChunk[]): readonly ModelChunk[] {
    if (this.#held === "" && batch.every(isWhole)) return batch;
    const whole: ModelChunk[] = [];
    for (const chunk of batch) {
      if (chunk.type === "tool_call") {
        whole.push(...this.flush(), chunk);
        continue;
      }
      if (this.#held !== "" && this.#heldType !== chunk.type) whole.push(...this.flush());
      const text = this.#held + chunk.content;
      const end = endsInHighSurrogate(text) ? text.length - 1 : text.length;
      this.#held = text.slice(end);
      this.#heldType = chunk.type;
      if (end > 0) whole.push({ type: chunk.type, content: text.slice(0, end).toWellFormed() });
    }
    return whole;
  }

  /** What is still held back when nothing more will come. */
  flush(): readonly ModelChunk[] {
    if (this.#held === "") return [];
    this.#held = "";
    return [{ type: this.#heldType, content: "\uFFFD" }];
  }
}

function isWhole(chunk: ModelChunk): boolean {
  return chunk.type === "tool_call" || (chunk.content !== "" && chunk.content.isWellFormed());
}

function endsInHighSurrogate(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff;
}
