import type { Kysely } from "kysely";
import { describe, expect, it } from "vitest";
import type { LogBatch, StreamLog } from "@/lib/chat/stream-log";
import type { StreamingChunk } from "@/lib/chat/streaming-chunk";
import type { DatabaseSchema } from "@/lib/database/schema";
import { complete, ending, opening, sampleRun } from "@/lib/chat/testing/sample-run";
import { SqlChatHistory } from "@/lib/history/sql-chat-history";
import { openInstance } from "./open-instance";

const NEW = opening();
const AGAIN = opening({ isRegeneration: true });
const content = (text: string): StreamingChunk => ({ type: "content", content: text });
const never = new AbortController().signal;

function flatten(batches: readonly LogBatch[]): readonly StreamingChunk[] {
  return batches.flatMap(({ chunks }) => chunks);
}

/** What every stream log does, whatever keeps it. */
export function describeStreamLog(
  name: string,
  openDatabase: () => Promise<Kysely<DatabaseSchema>>,
): void {
  const createLog = async (): Promise<StreamLog> => openInstance(await openDatabase());
  describe(`a stream log on ${name}`, () => {
    it("replays a sealed run from any position", async () => {
      const log = await createLog();
      const chunks = [content("a"), content("b"), content("c"), complete()];
      await log.open(sampleRun(), NEW);
      await log.append("run1", chunks.slice(0, 2));
      await log.end("run1", ending(chunks.slice(2)));
      const replays = await Promise.all(
        [0, 1, 2, 3, 4].map((after) => Array.fromAsync(log.read("run1", after, never))),
      );
      expect(replays.map(flatten)).toEqual([0, 1, 2, 3, 4].map((after) => chunks.slice(after)));
      expect(replays[2]?.[0]?.firstPosition).toBe(3);
      expect(replays[4]).toEqual([]);
    });

    it("gives readers what is there and then what comes, until the end", async () => {
      const log = await createLog();
      await log.open(sampleRun(), NEW);
      await log.append("run1", [content("a")]);
      const readers = [0, 0, 1].map((after) => Array.fromAsync(log.read("run1", after, never)));
      await log.append("run1", [content("b"), content("c")]);
      await log.end("run1", ending([complete()]));
      const texts = (await Promise.all(readers)).map(flatten);
      const all = [content("a"), content("b"), content("c"), complete()];
      expect(texts).toEqual([all, all, all.slice(1)]);
    });

    it("numbers the positions of what readers get without a gap", async () => {
      const log = await createLog();
      await log.open(sampleRun(), NEW);
      const reading = Array.fromAsync(log.read("run1", 0, never));
      for (const text of ["a", "b", "c"]) await log.append("run1", [content(text), content(text)]);
      await log.end("run1", ending([complete()]));
      const positions = (await reading).flatMap(({ firstPosition, chunks }) =>
        chunks.map((_, index) => firstPosition + index),
      );
      expect(positions).toEqual([1, 2, 3, 4, 5, 6, 7]);
    });

    it("lets a reader go away while the run goes on", async () => {
      const log = await createLog();
      await log.open(sampleRun(), NEW);
      const controller = new AbortController();
      const reading = Array.fromAsync(log.read("run1", 0, controller.signal));
      controller.abort();
      await expect(reading).resolves.toEqual([]);
      await log.end("run1", ending([complete()]));
      expect(await log.find("run1")).toMatchObject({ state: "completed" });
    });

    it("gives a reader beyond all chunks nothing but the end", async () => {
      const log = await createLog();
      await log.open(sampleRun(), NEW);
      await log.append("run1", [content("a")]);
      const reading = Array.fromAsync(log.read("run1", Number.MAX_SAFE_INTEGER, never));
      await log.end("run1", ending([content("b"), complete()]));
      await expect(reading).resolves.toEqual([]);
      expect(await log.find("run1")).toMatchObject({ state: "completed" });
    });

    it("takes nothing after the end", async () => {
      const log = await createLog();
      await log.open(sampleRun(), NEW);
      await log.end("run1", ending([complete({ state: "stopped" })]));
      await expect(log.append("run1", [content("late")])).rejects.toMatchObject({
        code: "conflict",
      });
      expect(await log.find("run1")).toMatchObject({ state: "stopped" });
    });

    it("knows no run that was not opened", async () => {
      const log = await createLog();
      expect(await log.find("none")).toBeNull();
      await expect(log.append("none", [content("a")])).rejects.toMatchObject({ code: "conflict" });
    });

    it("finds a chat's run while it is live", async () => {
      const log = await createLog();
      await log.open(sampleRun(), NEW);
      expect(await log.findLive("chat1")).toMatchObject({ id: "run1", state: "running" });
      await log.end("run1", ending([complete()]));
      expect(await log.findLive("chat1")).toBeNull();
    });

    it("leads the same user message to the same run, live or ended", async () => {
      const log = await createLog();
      await log.open(sampleRun(), NEW);
      const twin = sampleRun({ id: "run2" });
      expect(await log.open(twin, NEW)).toMatchObject({ run: { id: "run1" }, isNew: false });
      await log.end("run1", ending([complete()]));
      expect(await log.open(twin, NEW)).toMatchObject({ run: { id: "run1" }, isNew: false });
      expect(await log.find("run2")).toBeNull();
    });

    it("opens a new run for an answered message only when it is to be answered again", async () => {
      const log = await createLog();
      await log.open(sampleRun(), NEW);
      const twin = sampleRun({ id: "run2" });
      expect(await log.open(twin, AGAIN)).toMatchObject({ run: { id: "run1" }, isNew: false });
      await log.end("run1", ending([complete()]));
      expect(await log.open(twin, AGAIN)).toMatchObject({ run: { id: "run2" }, isNew: true });
    });

    it("refuses a second message while a chat is busy, but not in another chat", async () => {
      const log = await createLog();
      await log.open(sampleRun(), NEW);
      const second = sampleRun({ id: "run2", userMessageId: "u2" });
      await expect(log.open(second, NEW)).rejects.toMatchObject({ code: "conflict" });
      await expect(log.open({ ...second, chatId: "chat2" }, NEW)).resolves.toMatchObject({
        isNew: true,
      });
    });

    it("opens nothing in somebody else's chat, whenever they get there", async () => {
      const log = await createLog();
      await log.open(sampleRun({ ownerId: "guest1" }), NEW);
      await log.end("run1", ending([complete()]));
      const intrusion = sampleRun({ id: "run2", ownerId: "guest2" });
      for (const ownerId of ["guest2", null]) {
        await expect(log.open({ ...intrusion, ownerId }, NEW)).rejects.toMatchObject({
          code: "not-found",
        });
      }
    });

    it("keeps what is edited under the id that it had", async () => {
      const database = await openDatabase();
      const log = await openInstance(database);
      await log.open(sampleRun(), NEW);
      await log.end("run1", ending([complete()]));
      const parts = [{ type: "text", text: "고친 말" }] as const;
      const edited = { role: "user", id: "u1", parts } as const;
      await log.open(
        sampleRun({ id: "run2", messageId: "m2" }),
        opening({ isRegeneration: true, userMessage: edited }),
      );
      expect((await new SqlChatHistory(database).load("chat1"))?.messages).toEqual([edited]);
    });

    it("keeps runs outside of chats apart", async () => {
      const log = await createLog();
      const outside = sampleRun({ chatId: null });
      await log.open(outside, NEW);
      expect(await log.open({ ...outside, id: "run2" }, NEW)).toMatchObject({ isNew: true });
    });
  });
}
