import { Chat } from "@ai-sdk/react";
import { DefaultChatTransport } from "ai";
import type { UIMessage } from "ai";
import { startTcpProxy } from "../fixtures/tcp-proxy";
import { expect, test } from "./test";

/** As anybody sets up the AI SDK's chat, without this application's transport. */
function createChat(baseUrl: string, id: string, messages: UIMessage[] = []) {
  return new Chat<UIMessage>({
    id,
    messages,
    transport: new DefaultChatTransport({
      api: `${baseUrl}/api/chat/stream`,
      prepareReconnectToStreamRequest: () => ({ api: `${baseUrl}/api/chat/${id}/stream` }),
    }),
  });
}

function textOf(message: UIMessage | undefined): string {
  return (message?.parts ?? []).map((part) => (part.type === "text" ? part.text : "")).join("");
}

test("sendMessage, twice: two exact answers, ready after each", async ({ server, chatId }) => {
  const chat = createChat(server.url, chatId);
  await chat.sendMessage({ text: "/echo 첫째 답 👋🏽" });
  expect(chat.status).toBe("ready");
  await chat.sendMessage({ text: "/echo 둘째 답" });
  expect(chat.status).toBe("ready");
  expect(chat.error).toBeUndefined();
  expect(chat.messages.map(({ role }) => role)).toEqual(["user", "assistant", "user", "assistant"]);
  expect(textOf(chat.messages[1])).toBe("첫째 답 👋🏽");
  expect(textOf(chat.messages[3])).toBe("둘째 답");
  expect(new Set(chat.messages.map(({ id }) => id)).size).toBe(4);
});

test("the model sees the chat that the client has", async ({
  chat: server,
  upstream,
  question,
  chatId,
}) => {
  const chat = createChat(server.url, chatId);
  const second = `둘째 ${question}`;
  for (const text of [question, second]) {
    upstream.answer(text, (exchange) => {
      exchange.sendText(`${text}에 대한 답`);
      exchange.finish();
    });
    await chat.sendMessage({ text });
  }
  expect(upstream.exchanges(second)[0]?.body).toMatchObject({
    model: "mock",
    stream: true,
    messages: [
      { role: "user", content: question },
      { role: "assistant", content: `${question}에 대한 답` },
      { role: "user", content: second },
    ],
  });
});

test("regenerate puts a new answer in the place of the old one", async ({
  chat: server,
  upstream,
  question,
  chatId,
}) => {
  upstream.answer(question, (exchange) => {
    exchange.sendText(`${upstream.exchanges(question).length}번째 답`);
    exchange.finish();
  });
  const chat = createChat(server.url, chatId);
  await chat.sendMessage({ text: question });
  const old = chat.lastMessage;
  expect(textOf(old)).toBe("1번째 답");
  await chat.regenerate();
  expect(chat.status).toBe("ready");
  expect(chat.messages).toHaveLength(2);
  expect(textOf(chat.lastMessage)).toBe("2번째 답");
  expect(chat.lastMessage?.id).not.toBe(old?.id);
});

test("editing a message asks again with the edited one", async ({ server, chatId }) => {
  const chat = createChat(server.url, chatId);
  await chat.sendMessage({ text: "/echo 앞" });
  const [edited] = chat.messages;
  await chat.sendMessage({ text: "/echo 뒤", messageId: edited?.id ?? "" });
  expect(chat.status).toBe("ready");
  expect(chat.messages).toHaveLength(2);
  expect(textOf(chat.lastMessage)).toBe("뒤");
});

test("resumeStream after a reload: the message whole, once, under its own id", async ({
  chat: server,
  upstream,
  question,
  chatId,
}) => {
  const before = createChat(server.url, chatId);
  const sending = before.sendMessage({ text: question });
  const exchange = await upstream.receive(question);
  exchange.sendText("새로 고치기 전, ");
  await expect.poll(() => textOf(before.messages[1])).toBe("새로 고치기 전, ");

  const after = createChat(server.url, chatId, structuredClone(before.messages));
  const resuming = after.resumeStream();
  await expect.poll(() => after.status).toBe("streaming");
  exchange.sendText("새로 고친 뒤.");
  exchange.finish();
  await Promise.all([sending, resuming]);
  expect(after.messages).toHaveLength(2);
  expect(textOf(after.messages[1])).toBe("새로 고치기 전, 새로 고친 뒤.");
  expect(after.messages[1]?.id).toBe(before.messages[1]?.id);
  expect(after.status).toBe("ready");
  expect(upstream.exchanges(question)).toHaveLength(1);
});

test("resumeStream in the same tab, after the connection was lost", async ({
  chat: server,
  upstream,
  question,
  chatId,
}) => {
  const proxy = await startTcpProxy(server.url);
  proxy.cutNext("/api/chat/stream", 2_000);
  const chat = createChat(proxy.url, chatId);
  const sending = chat.sendMessage({ text: question });
  const exchange = await upstream.receive(question);
  const pieces = Array.from({ length: 50 }, (_, index) => `${index}번 조각. `);
  for (const piece of pieces) exchange.sendText(piece);
  await sending;
  expect(chat.status).toBe("error");
  const resuming = chat.resumeStream();
  await expect.poll(() => chat.status).toBe("streaming");
  exchange.finish();
  await resuming;
  expect(chat.status).toBe("ready");
  expect(chat.messages).toHaveLength(2);
  expect(textOf(chat.messages[1])).toBe(pieces.join(""));
  expect(upstream.exchanges(question)).toHaveLength(1);
  await proxy.stop();
});

test("resumeStream where nothing runs leaves the chat ready", async ({ server, chatId }) => {
  const chat = createChat(server.url, chatId);
  await chat.resumeStream();
  expect(chat.status).toBe("ready");
  expect(chat.messages).toEqual([]);
});

test("a tool call and its result become one part", async ({ server, chatId }) => {
  const chat = createChat(server.url, chatId);
  await chat.sendMessage({ text: "12*34+5" });
  expect(chat.status).toBe("ready");
  const tools = chat.lastMessage?.parts.filter(({ type }) => type === "tool-calculator");
  expect(tools).toMatchObject([
    { state: "output-available", input: { expression: "12*34+5" }, output: { result: "413" } },
  ]);
  expect(textOf(chat.lastMessage)).toContain("413");

  await chat.sendMessage({ text: "/tool error" });
  expect(chat.lastMessage?.parts.find(({ type }) => type === "tool-calculator")).toMatchObject({
    state: "output-error",
    errorText: "Division by zero",
  });
});

test("an error in the middle keeps the text and says what is safe to say", async ({
  server,
  chatId,
}) => {
  const chat = createChat(server.url, chatId);
  await chat.sendMessage({ text: "/error after 5" });
  expect(chat.status).toBe("error");
  expect(chat.error?.message).toBe("The model failed to answer.");
  expect(textOf(chat.lastMessage)).not.toBe("");

  await chat.sendMessage({ text: "/echo 다시" });
  expect(chat.status).toBe("ready");
  expect(textOf(chat.lastMessage)).toBe("다시");
});

test("an error before the first token is an error of the chat", async ({ server, chatId }) => {
  const chat = createChat(server.url, chatId);
  await chat.sendMessage({ text: "/error" });
  expect(chat.status).toBe("error");
  expect(chat.error?.message).toBe("The model failed to answer.");
});

test("stop() closes the connection only; the run can be resumed", async ({
  chat: server,
  upstream,
  question,
  chatId,
}) => {
  const chat = createChat(server.url, chatId);
  const sending = chat.sendMessage({ text: question });
  const exchange = await upstream.receive(question);
  exchange.sendText("멈춘 뒤에도 ");
  await expect.poll(() => textOf(chat.messages[1])).toBe("멈춘 뒤에도 ");
  await chat.stop();
  await sending;
  const resuming = chat.resumeStream();
  await expect.poll(() => chat.status).toBe("streaming");
  exchange.sendText("계속");
  exchange.finish();
  await resuming;
  expect(chat.messages).toHaveLength(2);
  expect(textOf(chat.lastMessage)).toBe("멈춘 뒤에도 계속");
});
