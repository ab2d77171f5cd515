import { curl } from "../fixtures/curl";
import { expectError } from "./expect-error";
import { postJson } from "./post-json";
import { expect, test } from "./test";

const INVALID = { status: 400, code: "invalid-request" };

test("a body that is not JSON is refused, and not quoted", async ({ server }) => {
  for (const body of ['{"message": "비밀', "", "message=hi", '{"message": NaN}']) {
    const response = await fetch(`${server.url}/api/chat/stream`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
    });
    expect(await response.clone().text()).not.toContain("비밀");
    await expectError(response, INVALID);
  }
  expect(server.output()).not.toContain("비밀");
});

for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]) {
  test(`a body of the type "${type}" is refused`, async ({ server }) => {
    const response = await fetch(`${server.url}/api/chat/stream`, {
      method: "POST",
      headers: { "Content-Type": type },
      body: '{"message":"a"}',
    });
    await expectError(response, { status: 415, code: "unsupported-media-type" });
  });
}

for (const type of ["application/json; charset=utf-8", "Application/JSON"]) {
  test(`a body of the type "${type}" is taken`, async ({ server }) => {
    const response = await fetch(`${server.url}/api/chat/stream`, {
      method: "POST",
      headers: { "Content-Type": type },
      body: '{"message":"/echo 네"}',
    });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('{"chunk":"네"}');
  });
}

const TOO_LARGE = { status: 413, code: "payload-too-large" };

test("a body that says it is too large is refused without being read", async ({ server }) => {
  const answer = await curl(
    "-i",
    `${server.url}/api/chat/stream`,
    "-H",
    "Content-Type: application/json",
    "-H",
    "Content-Length: 99999999",
    "-d",
    "{}",
  );
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer).toContain('"code":"payload-too-large"');
});

test("a body that is too large is refused", async ({ server }) => {
  const body = { message: "a", padding: "가".repeat(2_000_000) };
  await expectError(await postJson(`${server.url}/api/chat/stream`, body), TOO_LARGE);
  await expectError(await postJson(`${server.url}/api/chat`, body), TOO_LARGE);
});

test("a body that grows too large on the way is refused", async ({ server }) => {
  const piece = new TextEncoder().encode(" ".repeat(256 * 1024));
  let sent = 0;
  const response = await fetch(`${server.url}/api/chat/stream`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: new ReadableStream({
      pull(controller) {
        sent += 1;
        if (sent > 40) controller.close();
        else controller.enqueue(piece);
      },
    }),
    duplex: "half",
  } as RequestInit);
  await expectError(response, TOO_LARGE);
});

test("JSON that is nested very deeply is refused", async ({ server }) => {
  for (const body of [
    `${'{"message":'.repeat(5_000)}1${"}".repeat(5_000)}`,
    `{"message":"a","history":${"[".repeat(2_000_000)}${"]".repeat(2_000_000)}}`,
  ]) {
    const response = await fetch(`${server.url}/api/chat/stream`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
    });
    await expectError(response, INVALID);
  }
  expect((await fetch(`${server.url}/health`)).status).toBe(200);
});

test("a member called __proto__ is a member like any other", async ({ server }) => {
  const response = await fetch(`${server.url}/api/chat/stream`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: '{"__proto__":{"message":"물려받음"},"constructor":{"prototype":{}}}',
  });
  await expectError(response, { ...INVALID, paths: ["message"] });
});
