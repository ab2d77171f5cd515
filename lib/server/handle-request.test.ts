import { beforeEach, describe, expect, it, vi } from "vitest";
import { ChatError } from "@/lib/chat/chat-error";
import { createTemporaryFolder } from "@/lib/database/testing/temporary-database";
import { getChatApp, type ChatApp } from "./chat-app";
import { handlePreflight, handleRequest } from "./handle-request";
import { captureLog, type LogLine } from "./testing/capture-log";

const LISTED = "https://chat.example.com";
const URL = "http://localhost:3000/api/chat?format=text";

let log: readonly LogLine[];

beforeEach(async () => {
  delete (globalThis as typeof globalThis & { yeoulChatApp?: Promise<ChatApp> }).yeoulChatApp;
  vi.stubEnv("ALLOWED_ORIGINS", LISTED);
  vi.stubEnv("LOG_LEVEL", "info");
  vi.stubEnv("DATA_DIR", await createTemporaryFolder());
  vi.stubEnv("OPENAI_API_KEY", "sk-test");
  log = captureLog((await getChatApp()).logger);
});

async function respondOk(): Promise<Response> {
  return Response.json({ ok: true });
}

function failWith(error: unknown): () => Promise<Response> {
  return async () => {
    throw error;
  };
}

describe("handleRequest", () => {
  it("gives the route the app, the query and the request's id", async () => {
    const request = new Request(URL, { headers: { "X-Request-Id": "client.id-1_2" } });
    const response = await handleRequest(request, async (context) => {
      expect(context.app).toBe(await getChatApp());
      expect(context.request).toBe(request);
      expect(context.query.get("format")).toBe("text");
      return Response.json({ id: context.requestId });
    });
    expect(await response.json()).toEqual({ id: "client.id-1_2" });
    expect(response.headers.get("x-request-id")).toBe("client.id-1_2");
    expect(response.headers.get("vary")).toBe("Origin");
  });

  it.each([undefined, "", "has space", 'a"b', "x".repeat(65), "é"])(
    "makes up an id for a request that brings %j",
    async (sent) => {
      const headers: Record<string, string> = sent === undefined ? {} : { "X-Request-Id": sent };
      const response = await handleRequest(new Request(URL, { headers }), respondOk);
      expect(response.headers.get("x-request-id")).toMatch(/^[\w-]{24}$/);
    },
  );

  it("answers an error of ours in the one shape, and logs it", async () => {
    const details = [{ path: "message", message: "message is required" }];
    const error = new ChatError("invalid-request", "message is required", { details });
    const response = await handleRequest(new Request(URL), failWith(error));
    const requestId = response.headers.get("x-request-id");
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: { code: "invalid-request", message: "message is required", requestId, details },
    });
    expect(log).toMatchObject([{ msg: "request-failed", requestId, code: "invalid-request" }]);
  });

  it("says when to come back", async () => {
    const error = new ChatError("model-unavailable", "The model is busy.", {
      retryAfterSeconds: 7,
    });
    const response = await handleRequest(new Request(URL), failWith(error));
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("7");
  });

  it.each([
    ["an error", new TypeError("cannot read /srv/yeoul/.data of sk-secret-secret")],
    ["something else", "a string about /srv/yeoul"],
  ])("hides %s that nobody expected, and logs it without keys", async (_name, error) => {
    const response = await handleRequest(new Request(URL), failWith(error));
    expect(response.status).toBe(500);
    const body = await response.text();
    expect(JSON.parse(body)).toMatchObject({
      error: { code: "internal", message: "Something went wrong on the server." },
    });
    expect(body).not.toContain("/srv");
    expect(log).toMatchObject([{ msg: "request-failed", code: "internal", err: {} }]);
    expect(JSON.stringify(log)).not.toContain("secret-secret");
  });

  it("keeps another site out before the route is asked", async () => {
    const headers = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    const asked: unknown[] = [];
    const response = await handleRequest(new Request(URL, { headers }), (context) => {
      asked.push(context);
      return respondOk();
    });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ error: { code: "forbidden" } });
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect(asked).toEqual([]);
  });

  it.each([
    ["an answer", respondOk, 200],
    ["an error", failWith(new ChatError("not-found", "There is no such run.")), 404],
  ])("lets an origin on the list read %s", async (_name, respond, status) => {
    const headers = { origin: LISTED, "sec-fetch-site": "cross-site" };
    const response = await handleRequest(new Request(URL, { headers }), respond);
    expect(response.status).toBe(status);
    expect(response.headers.get("access-control-allow-origin")).toBe(LISTED);
  });
});

describe("handlePreflight", () => {
  it("permits origins on the list only", async () => {
    const origins = [LISTED, "https://evil.example"];
    const requests = origins.map(
      (origin) => new Request(URL, { method: "OPTIONS", headers: { origin } }),
    );
    const responses = await Promise.all(
      requests.map((preflight) => handlePreflight(preflight, ["POST"])),
    );
    expect(responses.map(({ status }) => status)).toEqual([204, 204]);
    expect(responses.map(({ headers }) => headers.get("access-control-allow-origin"))).toEqual([
      LISTED,
      null,
    ]);
  });
});
