import { expect, test } from "vitest";
import { FakeRunServer } from "./testing/fake-run-server";
import { stopRun } from "./stop-run";

test("asks the server to stop the chat's run", async () => {
  await using server = await FakeRunServer.start([]);
  await stopRun("a/b", new AbortController().signal, server.baseUrl);
  expect(server.requests).toMatchObject([{ method: "DELETE", url: "/api/chat/a%2Fb/stream" }]);
});
