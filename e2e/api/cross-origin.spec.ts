import { once } from "node:events";
import { createServer } from "node:http";
import type { Server as HttpServer } from "node:http";
import { findFreePort } from "../fixtures/find-free-port";
import { startQuestionUpstream } from "../fixtures/question-upstream";
import type { QuestionUpstream } from "../fixtures/question-upstream";
import { startServer } from "../fixtures/server";
import type { Server } from "../fixtures/server";
import { expectError } from "./expect-error";
import { postJson } from "./post-json";
import { expect, pageTest } from "./test";

interface Sites {
  server: Server;
  upstream: QuestionUpstream;
  /** An origin on the server's list, and one that is not. */
  friend: string;
  stranger: string;
}

const test = pageTest.extend<object, { sites: Sites }>({
  sites: [
    async ({}, use) => {
      const [friendPort, strangerPort] = [await findFreePort(), await findFreePort()];
      const friend = `http://127.0.0.1:${friendPort}`;
      const pages = [await startPage(friendPort), await startPage(strangerPort)];
      const upstream = await startQuestionUpstream();
      const server = await startServer({
        ...upstream.env,
        ALLOWED_ORIGINS: `https://chat.example.com, ${friend}`,
      });
      await use({ server, upstream, friend, stranger: `http://127.0.0.1:${strangerPort}` });
      await server.stop();
      await upstream.stop();
      for (const page of pages) page.close();
    },
    { scope: "worker", timeout: 90_000 },
  ],
});

async function startPage(port: number): Promise<HttpServer> {
  const page = createServer((_request, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end("<!doctype html><link rel=icon href='data:,'><title>Elsewhere</title>");
  }).listen(port, "127.0.0.1");
  await once(page, "listening");
  return page;
}

const ACCESS_HEADERS = /^access-control-/;

function accessHeadersOf(response: Response): Record<string, string> {
  return Object.fromEntries([...response.headers].filter(([name]) => ACCESS_HEADERS.test(name)));
}

test("without Origin, or with its own, no CORS header goes out", async ({ sites }) => {
  const { server } = sites;
  for (const headers of [{}, { Origin: server.url }]) {
    const response = await postJson(`${server.url}/api/chat/stream`, {}, { headers });
    expect(response.status).toBe(400);
    expect(accessHeadersOf(response)).toEqual({});
    expect(response.headers.get("vary")).toMatch(/\bOrigin\b/i);
  }
});

test("an origin on the list may call, by its name and with credentials", async ({ sites }) => {
  const { server, upstream, friend } = sites;
  upstream.answer("허락", (exchange) => {
    exchange.sendText("네");
    exchange.finish();
  });
  for (const origin of [friend, "https://chat.example.com"]) {
    const headers = { Origin: origin, "Sec-Fetch-Site": "cross-site" };
    const url = `${server.url}/api/chat/stream`;
    for (const response of [
      await postJson(url, { message: "허락" }, { headers }),
      await postJson(url, {}, { headers }),
    ]) {
      expect(accessHeadersOf(response)).toEqual({
        "access-control-allow-origin": origin,
        "access-control-allow-credentials": "true",
        "access-control-expose-headers": expect.stringMatching(/\bX-Request-Id\b/i),
      });
      expect(response.headers.get("vary")).toMatch(/\bOrigin\b/i);
      await response.text();
    }
  }
});

test("the preflight permits what clients need, to origins on the list only", async ({ sites }) => {
  const { server, friend, stranger } = sites;
  const preflight = (path: string, origin: string, method: string) =>
    fetch(`${server.url}${path}`, {
      method: "OPTIONS",
      headers: {
        Origin: origin,
        "Access-Control-Request-Method": method,
        "Access-Control-Request-Headers": "content-type,last-event-id",
      },
    });
  for (const [path, method] of [
    ["/api/chat/stream", "POST"],
    ["/api/chat/stream", "GET"],
    ["/api/chat", "POST"],
    ["/api/chat/some-chat/stream", "DELETE"],
  ] as const) {
    const permitted = await preflight(path, friend, method);
    expect(permitted.status).toBe(204);
    expect(accessHeadersOf(permitted)).toMatchObject({
      "access-control-allow-origin": friend,
      "access-control-allow-credentials": "true",
      "access-control-allow-methods": expect.stringContaining(method),
      "access-control-allow-headers": expect.stringMatching(/content-type.*last-event-id/i),
    });
    expect(accessHeadersOf(await preflight(path, stranger, method))).toEqual({});
  }
});

test("another origin is forbidden and starts nothing", async ({ sites, question, chatId }) => {
  const { server, upstream, stranger } = sites;
  const url = `${server.url}/api/chat/stream`;
  const query = `?message=${encodeURIComponent(question)}`;
  const forbidden = { status: 403, code: "forbidden" };
  const crossSite = { "Sec-Fetch-Site": "cross-site" };
  const foreign = { Origin: stranger };
  const attempts = [
    await postJson(url, { message: question }, { headers: foreign }),
    await postJson(url, { message: question }, { headers: { Origin: "null" } }),
    await postJson(`${server.url}/api/chat`, { question }, { headers: foreign }),
    await fetch(`${url}${query}`, { headers: foreign }),
    await fetch(`${url}${query}`, { headers: crossSite }),
    await fetch(`${url}${query}`, { headers: { "Sec-Fetch-Site": "same-site" } }),
    await fetch(`${server.url}/api/chat/${chatId}/stream`, { method: "DELETE", headers: foreign }),
    await fetch(`${server.url}/api/chat/${chatId}/stream`, { headers: crossSite }),
  ];
  for (const response of attempts) {
    expect(accessHeadersOf(response)).toEqual({});
    await expectError(response, forbidden);
  }
  expect(upstream.exchanges(question)).toHaveLength(0);
});

test("HEAD starts nothing", async ({ sites, question, chatId }) => {
  const { server, upstream } = sites;
  const url = `${server.url}/api/chat/stream?message=${encodeURIComponent(question)}`;
  const response = await fetch(url, { method: "HEAD" });
  expect(response.status).toBe(405);
  expect(response.headers.get("allow")).toBe("GET, POST, OPTIONS");
  const resume = await fetch(`${server.url}/api/chat/${chatId}/stream`, { method: "HEAD" });
  expect(resume.status).toBe(405);
  expect(resume.headers.get("allow")).toBe("GET, DELETE, OPTIONS");
  upstream.answer(`${question}?`, (exchange) => exchange.finish());
  await (await fetch(`${url}%3F`)).text();
  expect(upstream.exchanges(question)).toHaveLength(0);
});

test("a page on the list streams with fetch and EventSource", async ({ sites, page, question }) => {
  const { server, upstream, friend } = sites;
  upstream.answer(question, (exchange) => {
    exchange.sendText("건너온 ");
    exchange.sendText("글");
    exchange.finish();
  });
  await page.goto(friend);
  const [byFetch, byEventSource] = await page.evaluate(
    async ([url, message]) => {
      const response = await fetch(url, {
        method: "POST",
        credentials: "include",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ message }),
      });
      const requestId = response.headers.get("x-request-id");
      const source = new EventSource(`${url}?message=${encodeURIComponent(message)}`, {
        withCredentials: true,
      });
      const heard = await new Promise<string>((resolve) => {
        let text = "";
        source.addEventListener("message", ({ data }: MessageEvent<string>) => {
          const { chunk = "", done = false } = JSON.parse(data) as {
            chunk?: string;
            done?: boolean;
          };
          text += chunk;
          if (!done) return;
          source.close();
          resolve(text);
        });
      });
      return [`${requestId}\n${await response.text()}`, heard] as const;
    },
    [`${server.url}/api/chat/stream`, question] as const,
  );
  expect(byFetch).toMatch(/^[\w.-]{8,}\n/);
  expect(byFetch).toContain('{"chunk":"건너온 "}');
  expect(byEventSource).toBe("건너온 글");
});

test("a page elsewhere gets nothing and starts nothing", async ({
  sites,
  page,
  question,
  expectedPageErrors,
}) => {
  const { server, upstream, stranger } = sites;
  expectedPageErrors.push(/CORS policy|ERR_FAILED|status of 403|ERR_BLOCKED/);
  await page.goto(stranger);
  const outcomes = await page.evaluate(
    async ([url, message]) => {
      const query = `${url}?message=${encodeURIComponent(message)}`;
      const post = (type: string, mode: RequestMode) =>
        fetch(url, {
          method: "POST",
          mode,
          headers: { "Content-Type": type },
          body: JSON.stringify({ message }),
        }).then(
          (response) => response.type,
          () => "blocked",
        );
      const source = new EventSource(query);
      const heard = await new Promise((resolve) => {
        source.addEventListener("message", () => resolve("a message"));
        source.addEventListener("error", () => resolve("an error"));
      });
      const image = await new Promise((resolve) => {
        const element = new Image();
        element.addEventListener("error", () => resolve("an error"));
        element.src = query;
      });
      return [
        await post("application/json", "cors"),
        await post("text/plain", "no-cors"),
        heard,
        image,
      ];
    },
    [`${server.url}/api/chat/stream`, question] as const,
  );
  expect(outcomes).toEqual(["blocked", "opaque", "an error", "an error"]);
  expect(upstream.exchanges(question)).toHaveLength(0);
});
