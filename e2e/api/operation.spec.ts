import { startServer } from "../fixtures/server";
import { postJson } from "./post-json";
import { expect, test } from "./test";

test("GET /health answers while the process lives", async ({ server }) => {
  const response = await fetch(`${server.url}/health`);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toMatch(/^application\/json\b/);
  expect(await response.json()).toEqual({ status: "healthy" });
});

test("without any configuration the demo answers", async ({ server }) => {
  const response = await postJson(`${server.url}/api/chat`, { question: "안녕하세요" });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    answer: expect.stringMatching(/[가-힣]/),
    model: "demo",
    finishReason: "stop",
  });
});

for (const [name, value] of [
  ["TEMPERATURE", "warm"],
  ["TEMPERATURE", "3"],
  ["MAX_OUTPUT_TOKENS", "0"],
  ["FIRST_TOKEN_TIMEOUT_MS", "-1"],
  ["OPENAI_BASE_URL", "no-url-secret"],
  ["OPENAI_API", "completions"],
  ["ALLOWED_ORIGINS", "*"],
  ["LOG_LEVEL", "chatty"],
  ["DATA_DIR", "package.json"],
] as const) {
  test(`${name}=${value} stops the start with a sentence that names it`, async () => {
    const start = startServer({ [name]: value });
    await expect(start).rejects.toThrow(
      new RegExp(
        `did not start: it ended with the exit code [1-9][\\s\\S]*\\b${name}\\b.*: .+\\.\\n`,
      ),
    );
    await expect(start).rejects.not.toThrow(/ZodError|\n {4}at |no-url-secret/);
  });
}

test("every bad variable is named at once", async () => {
  const start = startServer({ TEMPERATURE: "warm", LOG_LEVEL: "chatty", OPENAI_API: "none" });
  await expect(start).rejects.toThrow(/TEMPERATURE: .*LOG_LEVEL: |OPENAI_API: .*TEMPERATURE: /);
});

test("no words get into the log, at any level; LOG_LEVEL=silent keeps it empty", async () => {
  const server = await startServer({ LOG_LEVEL: "trace" });
  await (await postJson(`${server.url}/api/chat`, { question: "/echo 비밀스러운 말" })).text();
  await (await postJson(`${server.url}/api/chat`, { question: "/error 비밀스러운 말" })).text();
  await (await fetch(`${server.url}/api/chat/stream?message=비밀스러운 말&history=비밀`)).text();
  await expect.poll(() => server.output()).toMatch(/history is not valid JSON/);
  expect(server.output().match(/"run-finished"/g)).toHaveLength(2);
  expect(server.output()).not.toMatch(/비밀|%EB%B9%84%EB%B0%80/);
  await server.stop();

  const silent = await startServer({ LOG_LEVEL: "silent" });
  await (await postJson(`${silent.url}/api/chat`, { question: "/error" })).text();
  expect(silent.output()).not.toContain('"level"');
  await silent.stop();
});
