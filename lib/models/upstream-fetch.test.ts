import { once } from "node:events";
import { createServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { startFakeUpstream } from "./testing/fake-upstream";
import { createUpstreamFetch } from "./upstream-fetch";

const WITH_KEY = { connectTimeoutMs: 1_000, hasApiKey: true };
const WITHOUT_KEY = { connectTimeoutMs: 1_000, hasApiKey: false };

describe("createUpstreamFetch", () => {
  it("sends the method, the headers and the body, and gives the answer", async () => {
    const { baseUrl, requests } = await startFakeUpstream((response) =>
      response.writeHead(201, { "x-kind": "test" }).end('{"ok":"네"}'),
    );
    const response = await createUpstreamFetch(WITH_KEY)(`${baseUrl}/chat`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: "Bearer sk-1" },
      body: '{"text":"안녕"}',
    });
    expect(response.status).toBe(201);
    expect(response.headers.get("x-kind")).toBe("test");
    expect(await response.json()).toEqual({ ok: "네" });
    expect(requests[0]).toMatchObject({
      method: "POST",
      path: "/v1/chat",
      headers: { "content-type": "application/json", authorization: "Bearer sk-1" },
      body: { text: "안녕" },
    });
  });

  it("sends no Authorization when there is no key, and everything else", async () => {
    const { baseUrl, requests } = await startFakeUpstream((response) => response.end());
    const headers = { Authorization: "Bearer none", "X-Kind": "test" };
    await createUpstreamFetch(WITHOUT_KEY)(`${baseUrl}/models`, { headers });
    expect(requests[0]).toMatchObject({ method: "GET", headers: { "x-kind": "test" } });
    expect(requests[0]?.headers).not.toHaveProperty("authorization");
  });

  it("gives up a server that accepts the connection and then does not shake hands", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };
    const fetch = createUpstreamFetch({ connectTimeoutMs: 50, hasApiKey: true });
    await expect(fetch(`https://127.0.0.1:${port}/v1`)).rejects.toMatchObject({
      cause: { code: "UND_ERR_CONNECT_TIMEOUT" },
    });
  });

  it("closes the request when the signal aborts", async () => {
    const controller = new AbortController();
    const reason = new Error("stopped");
    const upstream = await startFakeUpstream(() => controller.abort(reason));
    const { signal } = controller;
    const request = createUpstreamFetch(WITH_KEY)(`${upstream.baseUrl}/chat`, { signal });
    await expect(request).rejects.toBe(reason);
    await upstream.requests[0]?.abandoned;
  });
});
