import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readAllEvents, readEvents, type StreamEvent } from "../fixtures/read-events";
import { startServer } from "../fixtures/server";
import { postJson } from "./post-json";
import { expect, test } from "./test";

const QUESTION = { id: "u1", role: "user", parts: [{ type: "text", text: "/long 4000 60" }] };
const BODY = { id: "chat1", messages: [QUESTION] };

async function readSome(response: Response, count: number): Promise<StreamEvent[]> {
  const events: StreamEvent[] = [];
  for await (const event of readEvents(response)) {
    if (events.push(event) === count) break;
  }
  return events;
}

function toText(events: readonly StreamEvent[]): string {
  return events.map(({ data }) => (JSON.parse(data) as { chunk?: string }).chunk ?? "").join("");
}

test("kill -9 loses nothing that was shown: the rest comes, and says interrupted", async () => {
  const DATA_DIR = await mkdtemp(join(tmpdir(), "yeoul-"));
  const killed = await startServer({ DATA_DIR });
  const url = `${killed.url}/api/chat/stream?format=simple`;
  const shown = await readSome(await postJson(url, BODY), 40);
  const lastEventId = shown.at(-1)?.id ?? "";
  await killed.stop("SIGKILL");

  const restarted = await startServer({ DATA_DIR });
  const resume = (id: string) =>
    fetch(`${restarted.url}/api/chat/stream`, { headers: { "Last-Event-ID": id } });
  const rest = await readAllEvents(await resume(lastEventId));
  expect(rest.at(-1)?.data).toBe('{"done":true,"state":"interrupted"}');

  const [runId = ""] = lastEventId.split(":");
  const whole = await readAllEvents(await resume(`${runId}:0:simple`));
  expect(toText([...shown, ...rest])).toBe(toText(whole));

  const again = await postJson(`${restarted.url}/api/chat/stream?format=simple`, BODY);
  expect((await readAllEvents(again))[0]?.id.split(":")[0]).toBe(runId);
  await restarted.stop();
});

test("two processes on one folder follow and stop each other's runs", async () => {
  const DATA_DIR = await mkdtemp(join(tmpdir(), "yeoul-"));
  const [first, second] = await Promise.all([startServer({ DATA_DIR }), startServer({ DATA_DIR })]);
  const shown = await readSome(await postJson(`${first.url}/api/chat/stream`, BODY), 20);
  const followed = fetch(`${second.url}/api/chat/stream`, {
    headers: { "Last-Event-ID": shown.at(-1)?.id ?? "" },
  }).then(readAllEvents);
  const stopped = await fetch(`${second.url}/api/chat/chat1/stream`, { method: "DELETE" });
  expect(stopped.status).toBe(204);
  const events = await followed;
  expect(events.map(({ data }) => data).join("\n")).toContain('"state":"stopped"');
  expect(events.at(-1)?.data).toBe("[DONE]");
  await Promise.all([first.stop(), second.stop()]);
});
