import type { Kysely } from "kysely";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { LogBatch } from "@/lib/chat/stream-log";
import { complete, ending, MESSAGE, opening, sampleRun } from "@/lib/chat/testing/sample-run";
import type { StreamingChunk } from "@/lib/chat/streaming-chunk";
import type { DatabaseSchema } from "@/lib/database/schema";
import { SqlChatHistory } from "@/lib/history/sql-chat-history";
import { openInstance } from "./open-instance";

export interface SharedDatabase {
  /** One more connection to the same database, as another process has it. */
  open(): Promise<Kysely<DatabaseSchema>>;
}

const never = new AbortController().signal;
const content = (text: string): StreamingChunk => ({ type: "content", content: text });

function flatten(batches: readonly LogBatch[]): readonly StreamingChunk[] {
  return batches.flatMap(({ chunks }) => chunks);
}

/** What several instances on one database may rely on. */
export function describeInstances(name: string, create: () => Promise<SharedDatabase>): void {
  describe(`several instances on ${name}`, () => {
    afterEach(() => {
      vi.useRealTimers();
    });

    it("read each other's runs, live and to the end", async () => {
      const shared = await create();
      const owner = await openInstance(await shared.open());
      const other = await openInstance(await shared.open());
      await owner.open(sampleRun(), opening());
      await owner.append("run1", [MESSAGE, content("a")]);
      const reading = Array.fromAsync(other.read("run1", 0, never));
      await owner.append("run1", [content("b")]);
      await owner.end("run1", ending([content("c"), complete()]));
      const chunks = [MESSAGE, content("a"), content("b"), content("c"), complete()];
      expect(flatten(await reading)).toEqual(chunks);
    });

    it("stop each other's runs", async () => {
      const shared = await create();
      const owner = await openInstance(await shared.open());
      const other = await openInstance(await shared.open());
      const onStopRequested = vi.fn<() => void>();
      await owner.open(sampleRun(), opening({ onStopRequested }));
      await other.requestStop("run1");
      expect(onStopRequested).not.toHaveBeenCalled();
      await owner.keepUp();
      expect(onStopRequested).toHaveBeenCalled();
    });

    it("end what a dead instance left as interrupted, with all that it had committed", async () => {
      const shared = await create();
      const database = await shared.open();
      const dead = await openInstance(await shared.open(), { leaseMs: -1 });
      const other = await openInstance(database);
      await dead.open(sampleRun(), opening());
      await dead.append("run1", [MESSAGE, content("half")]);
      const reading = Array.fromAsync(other.read("run1", 0, never));
      await other.keepUp();
      expect(flatten(await reading)).toMatchObject([
        MESSAGE,
        content("half"),
        { type: "complete", state: "interrupted" },
      ]);
      const chat = await new SqlChatHistory(database).load("chat1");
      expect(chat?.messages).toMatchObject([
        { role: "user", id: "u1" },
        {
          role: "assistant",
          id: "m1",
          parts: [{ text: "half" }],
          outcome: { state: "interrupted" },
        },
      ]);
    });

    it("keep a frozen owner that wakes up from writing, and show its readers the end", async () => {
      const shared = await create();
      const frozen = await openInstance(await shared.open(), { leaseMs: -1 });
      const other = await openInstance(await shared.open());
      const onStopRequested = vi.fn<() => void>();
      await frozen.open(sampleRun(), opening({ onStopRequested }));
      await frozen.append("run1", [MESSAGE]);
      const reading = Array.fromAsync(frozen.read("run1", 0, never));
      await other.keepUp();
      await expect(frozen.append("run1", [content("late")])).rejects.toMatchObject({
        code: "conflict",
      });
      await frozen.keepUp();
      expect(onStopRequested).toHaveBeenCalled();
      expect(flatten(await reading)).toMatchObject([MESSAGE, { state: "interrupted" }]);
    });

    it("forget a run's log when its time is over", async () => {
      const shared = await create();
      const database = await shared.open();
      const log = await openInstance(database, { retentionMs: -1 });
      await log.open(sampleRun(), opening());
      await log.append("run1", [MESSAGE]);
      await log.keepUp();
      expect(await log.find("run1")).toMatchObject({ state: "running" });
      await log.end("run1", ending([complete()]));
      const later = await openInstance(await shared.open());
      await later.keepUp();
      expect(await later.find("run1")).toBeNull();
      expect(await new SqlChatHistory(database).load("chat1")).not.toBeNull();
    });

    it("keep the ticks that a live run needs, and no others for long", async () => {
      vi.useFakeTimers({ now: Date.now(), toFake: ["Date"] });
      const shared = await create();
      const database = await shared.open();
      const log = await openInstance(database, { leaseMs: 600_000 });
      const countTicks = async () =>
        (await database.selectFrom("log_ticks").select("tick").execute()).length;
      await log.open(sampleRun(), opening());
      await log.append("run1", [MESSAGE]);
      vi.advanceTimersByTime(120_000);
      await log.keepUp();
      expect(await countTicks()).toBe(1);
      await log.end("run1", ending([complete()]));
      vi.advanceTimersByTime(120_000);
      await log.keepUp();
      expect(await countTicks()).toBe(0);
    });

    it("go on after a pause that nobody took for their death", async () => {
      const shared = await create();
      vi.useFakeTimers({ now: Date.now(), toFake: ["Date"] });
      const log = await openInstance(await shared.open(), { leaseMs: 1_000 });
      await log.open(sampleRun(), opening());
      await log.append("run1", [MESSAGE]);
      vi.advanceTimersByTime(5_000);
      await log.keepUp();
      await log.append("run1", [content("on")]);
      await log.end("run1", ending([complete()]));
      expect(await log.find("run1")).toMatchObject({ state: "completed" });
    });

    it("end a run once the database takes it again, and no other run suffers", async () => {
      const shared = await create();
      const database = await shared.open();
      const onError = vi.fn<(error: unknown) => void>();
      const log = await openInstance(database, { onError });
      await log.open(sampleRun(), opening());
      await log.open(sampleRun({ id: "run2", chatId: "chat2" }), opening());
      const outsider = { run_id: "run1", chunks: "[]", expires_at: 0 };
      await database.insertInto("run_logs").values(outsider).execute();
      const blocked = log.end("run1", ending([complete()]));
      await log.end("run2", ending([complete()]));
      expect(await log.find("run2")).toMatchObject({ state: "completed" });
      await vi.waitFor(() => expect(onError).toHaveBeenCalled());
      await database.deleteFrom("run_logs").where("run_id", "=", "run1").execute();
      await blocked;
      expect(await log.find("run1")).toMatchObject({ state: "completed" });
    });

    it("open one run for a message that reaches both", async () => {
      const shared = await create();
      const first = await openInstance(await shared.open());
      const second = await openInstance(await shared.open());
      const opened = await Promise.all([
        first.open(sampleRun({ id: "run1" }), opening()),
        second.open(sampleRun({ id: "run2", messageId: "m2" }), opening()),
      ]);
      expect(opened.filter(({ isNew }) => isNew)).toHaveLength(1);
      expect(opened[0]?.run.id).toBe(opened[1]?.run.id);
    });
  });
}
