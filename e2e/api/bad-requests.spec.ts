import { expectError } from "./expect-error";
import { postJson } from "./post-json";
import { expect, test } from "./test";

const INVALID = { status: 400, code: "invalid-request" };
const user = (text: string, id = "1") => ({ id, role: "user", parts: [{ type: "text", text }] });

const BAD_BODIES: readonly { name: string; body: unknown; paths?: string[] }[] = [
  { name: "an empty object", body: {}, paths: ["message"] },
  { name: "null", body: null },
  { name: "a string", body: "안녕" },
  { name: "an array", body: [1] },
  { name: "a blank message", body: { message: " \n\t " }, paths: ["message"] },
  { name: "a message that is a number", body: { message: 1 }, paths: ["message"] },
  {
    name: "a message that is too long",
    body: { message: "가".repeat(200_001) },
    paths: ["message"],
  },
  { name: "history that is no list", body: { message: "a", history: "b" }, paths: ["history"] },
  {
    name: "an unknown role in the history",
    body: { message: "a", history: [{ role: "robot", content: "b" }] },
    paths: ["history.0.role"],
  },
  {
    name: "history without content",
    body: { message: "a", history: [{ role: "user" }] },
    paths: ["history.0.content"],
  },
  { name: "a model that is a number", body: { message: "a", model: 5 }, paths: ["model"] },
  { name: "an unknown model", body: { message: "a", model: "no-such-model" }, paths: ["model"] },
  {
    name: "a temperature too hot",
    body: { message: "a", temperature: 2.1 },
    paths: ["temperature"],
  },
  {
    name: "a temperature in words",
    body: { message: "a", temperature: "0.5" },
    paths: ["temperature"],
  },
  { name: "no tokens at all", body: { message: "a", maxTokens: 0 }, paths: ["maxTokens"] },
  { name: "half a token", body: { message: "a", maxTokens: 1.5 }, paths: ["maxTokens"] },
  { name: "an empty chat id", body: { message: "a", chatId: "" } },
  { name: "a chat id that is a path", body: { message: "a", chatId: "../b" }, paths: ["chatId"] },
  {
    name: "a chat id with a line break",
    body: { message: "a", chatId: "a\nb" },
    paths: ["chatId"],
  },
  {
    name: "a chat id too long",
    body: { message: "a", chatId: "a".repeat(129) },
    paths: ["chatId"],
  },
  { name: "no messages", body: { messages: [] }, paths: ["messages"] },
  { name: "messages that are null", body: { messages: null }, paths: ["messages"] },
  {
    name: "an unknown role",
    body: { messages: [{ ...user("a"), role: "robot" }] },
    paths: ["messages.0.role"],
  },
  {
    name: "a user message without text",
    body: { messages: [user("  ")] },
    paths: ["messages.0.parts"],
  },
  { name: "a user message without parts", body: { messages: [{ ...user("a"), parts: [] }] } },
  {
    name: "a part of an unknown kind",
    body: { messages: [{ ...user("a"), parts: [{ type: "hologram" }] }] },
    paths: ["messages.0.parts.0.type", "messages.0.parts"],
  },
  {
    name: "the assistant's message last",
    body: { messages: [user("a"), { ...user("b", "2"), role: "assistant" }] },
    paths: ["messages"],
  },
  {
    name: "an unknown trigger",
    body: { messages: [user("a")], trigger: "whenever" },
    paths: ["trigger"],
  },
  { name: "a message id that is a number", body: { messages: [{ ...user("a"), id: 7 }] } },
];

for (const { name, body, paths } of BAD_BODIES) {
  test(`POST refuses ${name}`, async ({ server }) => {
    const response = await postJson(`${server.url}/api/chat/stream`, body);
    await expectError(response, { ...INVALID, ...(paths && { paths }) });
  });
}

const BAD_QUERIES: readonly { name: string; query: Record<string, string>; path: string }[] = [
  { name: "no message", query: {}, path: "message" },
  { name: "a blank message", query: { message: "  " }, path: "message" },
  { name: "history that is not JSON", query: { message: "a", history: "[{" }, path: "history" },
  { name: "history that is no list", query: { message: "a", history: "{}" }, path: "history" },
  {
    name: "an unknown role in the history",
    query: { message: "a", history: '[{"role":"system","content":"b"}]' },
    path: "history.0.role",
  },
  {
    name: "a temperature in words",
    query: { message: "a", temperature: "hot" },
    path: "temperature",
  },
  { name: "an unknown model", query: { message: "a", model: "nope" }, path: "model" },
];

for (const { name, query, path } of BAD_QUERIES) {
  test(`GET refuses ${name}`, async ({ server }) => {
    const response = await fetch(`${server.url}/api/chat/stream?${new URLSearchParams(query)}`);
    await expectError(response, { ...INVALID, paths: [path] });
  });
}

test("an unknown format is refused", async ({ server }) => {
  const url = `${server.url}/api/chat/stream?format=xml`;
  await expectError(await postJson(url, { message: "a" }), INVALID);
  await expectError(await fetch(`${url}&message=a`), INVALID);
});

test("the request id that a client or proxy sends is kept", async ({ server }) => {
  const headers = { "X-Request-Id": "proxy-1.2_3" };
  const bad = await postJson(`${server.url}/api/chat/stream`, {}, { headers });
  expect(bad.headers.get("x-request-id")).toBe("proxy-1.2_3");
  expect(await bad.json()).toMatchObject({ error: { requestId: "proxy-1.2_3" } });
  const good = await postJson(`${server.url}/api/chat/stream`, { message: "/error" }, { headers });
  expect(good.headers.get("x-request-id")).toBe("proxy-1.2_3");
  expect(await good.text()).toContain('"requestId":"proxy-1.2_3"');
});

test("a request id that is no id is replaced", async ({ server }) => {
  for (const id of ["a b", "x".repeat(65), '"><script>', "{}"]) {
    const headers = { "X-Request-Id": id };
    const response = await postJson(`${server.url}/api/chat/stream`, {}, { headers });
    expect(response.headers.get("x-request-id")).not.toBe(id);
    await expectError(response, INVALID);
  }
});

test("a chat id that is none is refused on its own address", async ({ server }) => {
  for (const id of ["a%20b", "a%0Ab", "x".repeat(129), "a%2Fb"]) {
    const url = `${server.url}/api/chat/${id}/stream`;
    await expectError(await fetch(url), INVALID);
    await expectError(await fetch(url, { method: "DELETE" }), INVALID);
  }
});

test("an address with nothing behind it says so in the one shape", async ({ server }) => {
  const url = `${server.url}/api/nothing/here`;
  for (const response of [await fetch(url), await postJson(url, {})]) {
    await expectError(response, { status: 404, code: "not-found" });
  }
});
