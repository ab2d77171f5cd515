import type { ServerResponse } from "node:http";

/** What OpenAI's two APIs send, frame by frame. */

export type Api = "chat" | "responses";

interface Frames {
  readonly text: (content: string) => string;
  /** The upstream reports an error inside of its stream. */
  readonly error: (message: string) => string;
  readonly finish: (reason: "stop" | "length") => string;
}

export const DONE = "data: [DONE]\n\n";

export function toFrame(data: object): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}

export function startSse(response: ServerResponse): ServerResponse {
  response.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders();
  return response;
}

export function toChatFrame(delta: object, finishReason: string | null = null): string {
  return toFrame({
    id: "chatcmpl-1",
    object: "chat.completion.chunk",
    created: 1_767_225_600,
    model: "mock",
    choices: [{ index: 0, delta, finish_reason: finishReason }],
  });
}

function toEnd(reason: "stop" | "length"): string {
  const isWhole = reason === "stop";
  return toFrame({
    type: isWhole ? "response.completed" : "response.incomplete",
    response: {
      id: "resp_1",
      incomplete_details: isWhole ? null : { reason: "max_output_tokens" },
      usage: { input_tokens: 3, output_tokens: 5 },
    },
  });
}

const chat: Frames = {
  text: (content) => toChatFrame({ role: "assistant", content }),
  error: (message) => toFrame({ error: { message, type: "server_error", code: "boom" } }),
  finish: (reason) =>
    toChatFrame({}, reason) +
    toFrame({
      choices: [],
      usage: { prompt_tokens: 3, completion_tokens: 5, total_tokens: 8 },
    }) +
    DONE,
};

const responses: Frames = {
  text: (delta) =>
    toFrame({ type: "response.output_text.delta", item_id: "msg_1", output_index: 0, delta }),
  error: (message) => toFrame({ type: "error", code: "boom", message, sequence_number: 9 }),
  finish: (reason) => toEnd(reason),
};

export const FRAMES: Readonly<Record<Api, Frames>> = { chat, responses };
