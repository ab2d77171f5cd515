import { DefaultChatTransport, readUIMessageStream } from "ai";
import type { UIMessage } from "ai";
import { expect, test } from "./test";

function createTransport(baseUrl: string) {
  return new DefaultChatTransport<UIMessage>({
    api: `${baseUrl}/api/chat/stream`,
    prepareReconnectToStreamRequest: ({ id }) => ({ api: `${baseUrl}/api/chat/${id}/stream` }),
  });
}

function send(baseUrl: string, chatId: string, text: string) {
  return createTransport(baseUrl).sendMessages({
    chatId,
    trigger: "submit-message",
    messageId: undefined,
    abortSignal: undefined,
    messages: [{ id: "1", role: "user", parts: [{ type: "text", text }] }],
  });
}

test("readUIMessageStream builds the message, growing, from the stock transport", async ({
  server,
  chatId,
}) => {
  const text = "안녕하세요 👋🏽👨‍👩‍👧‍👦\n\n닭과 값";
  const stream = await send(server.url, chatId, `/echo ${text}`);
  const states = await Array.fromAsync(readUIMessageStream({ stream, terminateOnError: true }));
  const texts = states.map(({ parts }) => parts.findLast(({ type }) => type === "text"));
  expect(states.at(-1)).toMatchObject({
    role: "assistant",
    metadata: { state: "completed", finishReason: "stop" },
    parts: [{ type: "step-start" }, { type: "text", state: "done", text }],
  });
  expect(new Set(texts.map((part) => JSON.stringify(part))).size).toBeGreaterThan(3);
  expect(new Set(states.map(({ id }) => id)).size).toBe(1);
});

test("chunks pass the AI SDK's own schema: tools, reasoning, errors, every end", async ({
  server,
  chatId,
}) => {
  const typesOf = async (text: string, suffix: string) => {
    const stream = await send(server.url, `${chatId}-${suffix}`, text);
    return new Set((await Array.fromAsync(stream)).map(({ type }) => type));
  };
  const [tool, toolError, reasoning, failure, cut] = await Promise.all([
    typesOf("12*34+5", "tool"),
    typesOf("/tool error", "tool-error"),
    typesOf("think about it", "reasoning"),
    typesOf("/error after 2", "failure"),
    typesOf("/cut 2", "cut"),
  ]);
  expect([...tool]).toEqual(
    expect.arrayContaining(["tool-input-available", "tool-output-available", "text-delta"]),
  );
  expect([...toolError]).toEqual(expect.arrayContaining(["tool-output-error", "text-delta"]));
  expect([...reasoning]).toEqual(expect.arrayContaining(["reasoning-delta", "text-delta"]));
  for (const types of [failure, cut]) {
    expect([...types]).toEqual(expect.arrayContaining(["text-delta", "error", "finish"]));
  }
  for (const types of [tool, toolError, reasoning, failure, cut]) {
    expect([...types]).toEqual(
      expect.arrayContaining(["start", "start-step", "finish-step", "finish"]),
    );
  }
});

test("reconnectToStream gives null when nothing runs", async ({ server, chatId }) => {
  expect(await createTransport(server.url).reconnectToStream({ chatId })).toBeNull();
});
