import { randomUUID } from "node:crypto";
import { startQuestionUpstream } from "../fixtures/question-upstream";
import type { QuestionUpstream } from "../fixtures/question-upstream";
import { startServer } from "../fixtures/server";
import type { Server } from "../fixtures/server";
import { test as base, expect } from "../fixtures/test";

interface TestFixtures {
  /** A question that nobody else asks. */
  question: string;
  chatId: string;
}

interface WorkerFixtures {
  upstream: QuestionUpstream;
  /** A server whose model answers what the tests let `upstream` say. */
  chat: Server;
}

/** For tests with a page. */
export const pageTest = base.extend<TestFixtures, WorkerFixtures>({
  question: ({}, use) => use(`질문 ${randomUUID()}`),
  chatId: ({}, use) => use(randomUUID()),
  upstream: [
    async ({}, use) => {
      const upstream = await startQuestionUpstream();
      await use(upstream);
      await upstream.stop();
    },
    { scope: "worker" },
  ],
  chat: [
    async ({ upstream }, use) => {
      const server = await startServer(upstream.env);
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 90_000 },
  ],
});

/** Without a browser. */
export const test = pageTest.extend({
  failOnPageErrors: ({}, use) => use(),
});

export { expect };
