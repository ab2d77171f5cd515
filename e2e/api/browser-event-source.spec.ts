import type { Page } from "@playwright/test";
import { runsOf, textOf } from "../fixtures/stream-format";
import type { StreamEvent } from "../fixtures/read-events";
import { startTcpProxy } from "../fixtures/tcp-proxy";
import { answerAcrossCuts, cutConnections, streamRequests, WHOLE_TEXT } from "./answer-across-cuts";
import { expect, pageTest as test } from "./test";

const LOST_CONNECTION = /ERR_INCOMPLETE_CHUNKED_ENCODING.*\/api\/chat\/stream/;

/** Everything that a page's `EventSource` gets until it stops asking by itself. */
function listen(page: Page, message: string): Promise<StreamEvent[]> {
  return page.evaluate(
    (url) =>
      new Promise<StreamEvent[]>((resolve) => {
        const events: StreamEvent[] = [];
        const source = new EventSource(url);
        source.addEventListener("message", ({ lastEventId, data }) =>
          events.push({ id: lastEventId, data }),
        );
        source.addEventListener("open", () => {
          requestIdleCallback(() => (document.documentElement.dataset["isListening"] = "true"));
        });
        source.addEventListener("error", () => {
          if (source.readyState === EventSource.CLOSED) resolve(events);
        });
      }),
    `/api/chat/stream?message=${encodeURIComponent(message)}`,
  );
}

test("gets the exact text, asks once more, and stops at 204", async ({ page, server }) => {
  const proxy = await startTcpProxy(server.url);
  await page.goto(proxy.url);
  const text = "안녕하세요, 여울입니다! 👋🏽👨‍👩‍👧‍👦\n\n둘째 문단 ✓";
  const events = await listen(page, `/echo ${text}`);
  expect(textOf("simple", events)).toBe(text);
  expect(events.at(-1)?.data).toBe('{"done":true}');
  expect(streamRequests(proxy)).toHaveLength(2);
  expect(streamRequests(proxy)[1]).toContain(`Last-Event-ID: ${events.at(-1)?.id}\r\n`);
  await proxy.stop();
});

test("comes back after each lost connection: nothing lost, nothing twice, one generation", async ({
  page,
  chat,
  upstream,
  question,
  expectedPageErrors,
}) => {
  expectedPageErrors.push(LOST_CONNECTION);
  const proxy = await startTcpProxy(chat.url);
  await page.goto(proxy.url);
  cutConnections(proxy);
  const [events] = await Promise.all([
    listen(page, question),
    answerAcrossCuts(upstream, question, proxy),
  ]);
  expect(textOf("simple", events)).toBe(WHOLE_TEXT);
  expect(events.at(-1)?.data).toBe('{"done":true}');
  expect(runsOf(events)).toHaveLength(1);
  expect(upstream.exchanges(question)).toHaveLength(1);
  expect(streamRequests(proxy)).toHaveLength(4);
  await proxy.stop();
});

test("comes back to its run when the connection ends before the first event", async ({
  page,
  chat,
  upstream,
  question,
  expectedPageErrors,
}) => {
  expectedPageErrors.push(LOST_CONNECTION);
  const proxy = await startTcpProxy(chat.url);
  await page.goto(proxy.url);
  proxy.cutNext("/api/chat/stream", 600);
  const listening = listen(page, question);
  const exchange = await upstream.receive(question);
  // The browser drops what it has not read when a connection breaks: it has to read the run's id first.
  await expect(page.locator("html[data-is-listening]")).toBeAttached();
  exchange.sendText("기".repeat(600));
  await expect.poll(() => streamRequests(proxy).length).toBe(2);
  exchange.sendText("다리던 글");
  exchange.finish();
  const events = await listening;
  expect(textOf("simple", events)).toBe(`${"기".repeat(600)}다리던 글`);
  expect(upstream.exchanges(question)).toHaveLength(1);
  await proxy.stop();
});

test("is told of a failure in the stream and does not ask for another answer", async ({
  page,
  server,
}) => {
  await page.goto(server.url);
  const events = await listen(page, "/error after 3");
  expect(events.slice(-2).map(({ data }) => JSON.parse(data))).toEqual([
    { error: { code: "model-error", message: expect.any(String), requestId: expect.any(String) } },
    { done: true, state: "failed" },
  ]);
  expect(runsOf(events)).toHaveLength(1);
});
