import type { UIMessageChunk } from "ai";
import type { RecordedEvent } from "./fake-run-server";

export const recordedText = "안녕하세요! 여울입니다 👋🏽 — **마크다운(Markdown)**을 씁니다. 👨‍👩‍👧‍👦 끝 ☕️";

const deltas: readonly UIMessageChunk[] = [...new Intl.Segmenter("ko").segment(recordedText)].map(
  ({ segment }) => ({ type: "text-delta", id: "1", delta: segment }),
);

export const recordedChunks: readonly UIMessageChunk[] = [
  { type: "start", messageId: "answer", messageMetadata: { runId: "run", model: "demo" } },
  { type: "start-step" },
  { type: "tool-input-available", toolCallId: "c1", toolName: "calculator", input: { e: "1+1" } },
  { type: "tool-output-available", toolCallId: "c1", output: { result: "2" } },
  { type: "text-start", id: "1" },
  ...deltas,
  { type: "text-end", id: "1" },
  { type: "finish-step" },
  { type: "finish", finishReason: "stop", messageMetadata: { state: "completed" } },
];

/** A whole run as the server tells it: a Korean answer with emoji of several code points. */
export const recordedEvents: readonly RecordedEvent[] = [
  ...recordedChunks.map((chunk, index) => ({
    id: `run:${index + 1}`,
    data: JSON.stringify(chunk),
  })),
  { id: `run:${recordedChunks.length + 1}`, data: "[DONE]" },
];
