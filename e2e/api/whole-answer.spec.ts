import { expectError } from "./expect-error";
import { postJson } from "./post-json";
import { expect, test } from "./test";

const TEXT = "안녕하세요 👋🏽👨‍👩‍👧‍👦\n닭과 값";

test("a question gets its answer, the model, why it ended and the usage", async ({ server }) => {
  const response = await postJson(`${server.url}/api/chat`, { question: `/echo ${TEXT}` });
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toMatch(/^application\/json\b/);
  expect(response.headers.get("x-request-id")).toMatch(/^[\w.-]+$/);
  const count: unknown = expect.any(Number);
  expect(await response.json()).toEqual({
    answer: TEXT,
    model: "demo",
    finishReason: "stop",
    usage: { inputTokens: count, outputTokens: count, totalTokens: count },
  });
});

test("the simple shape is taken too, with the upstream's usage", async ({
  chat,
  upstream,
  question,
}) => {
  upstream.answer(question, (exchange) => {
    exchange.sendText("반갑");
    exchange.sendText("습니다");
    exchange.finish("length");
  });
  const response = await postJson(`${chat.url}/api/chat`, {
    message: question,
    history: [{ role: "user", content: "앞서" }],
    system: "짧게",
  });
  expect(await response.json()).toEqual({
    answer: "반갑습니다",
    model: "mock",
    finishReason: "length",
    usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 },
  });
  expect(upstream.exchanges(question)[0]?.body).toMatchObject({
    messages: [
      { role: "system", content: "짧게" },
      { role: "user", content: "앞서" },
      { role: "user", content: question },
    ],
  });
});

for (const body of [{ question: "" }, { question: " \n" }, {}]) {
  test(`an empty question is required: ${JSON.stringify(body)}`, async ({ server }) => {
    await expectError(await postJson(`${server.url}/api/chat`, body), {
      status: 400,
      code: "invalid-request",
      message: /^question is required$/,
      paths: ["question"],
    });
  });
}

test("an unknown model is refused", async ({ server }) => {
  const response = await postJson(`${server.url}/api/chat`, { question: "a", model: "nope" });
  await expectError(response, { status: 400, code: "invalid-request", paths: ["model"] });
});

test("the upstream's trouble has statuses of its own", async ({ chat, upstream, question }) => {
  const ask = (status: number, headers: Record<string, string> = {}) => {
    const message = `${status} ${question}`;
    upstream.answer(message, (exchange) =>
      exchange.sendJson(status, { error: { message: "SECRET-UPSTREAM-BODY" } }, headers),
    );
    return postJson(`${chat.url}/api/chat`, { question: message });
  };
  await expectError(await ask(401), { status: 502, code: "model-error" });
  await expectError(await ask(404), { status: 502, code: "model-error" });
  await expectError(await ask(500), { status: 502, code: "model-error" });
  await expectError(await ask(429), { status: 503, code: "model-unavailable" });
  await expectError(await ask(503), { status: 503, code: "model-unavailable" });
  await expectError(await ask(504), { status: 504, code: "model-timeout" });
  expect(chat.output()).not.toContain("SECRET-UPSTREAM-BODY");
});

test("an answer that breaks off is an error and not half an answer", async ({
  chat,
  upstream,
  question,
}) => {
  upstream.answer(question, (exchange) => {
    exchange.sendText("반만");
    exchange.endEarly();
  });
  const response = await postJson(`${chat.url}/api/chat`, { question });
  expect(await response.clone().text()).not.toContain("반만");
  await expectError(response, { status: 502, code: "model-error" });
});

test("GET is no method for a question", async ({ server }) => {
  const response = await fetch(`${server.url}/api/chat?question=a`);
  expect(response.status).toBe(405);
  await response.body?.cancel();
});
