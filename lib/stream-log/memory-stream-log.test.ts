import { describe, expect, it, vi } from "vitest";
import { complete, MESSAGE, sampleRun } from "@/lib/chat/testing/sample-run";
import { MemoryStreamLog } from "./memory-stream-log";
import { describeStreamLog } from "./testing/stream-log-contract";

const NEW = { isRegeneration: false };

describeStreamLog(
  "MemoryStreamLog",
  async () => new MemoryStreamLog({ retentionMs: 60_000, maxSealedChunks: 100 }),
);

describe("MemoryStreamLog", () => {
  it("forgets the oldest sealed runs when they hold too much, and never a live one", async () => {
    const log = new MemoryStreamLog({ retentionMs: 60_000, maxSealedChunks: 5 });
    await log.open(sampleRun({ id: "live", chatId: "live" }), NEW);
    for (const id of ["a", "b", "c"]) {
      await log.open(sampleRun({ id, chatId: id }), NEW);
      await log.append(id, [MESSAGE, complete()]);
    }
    expect(await log.find("a")).toBeNull();
    expect(await log.find("b")).toMatchObject({ id: "b" });
    expect(await log.find("live")).toMatchObject({ state: "running" });
  });

  it("forgets a sealed run when its time is over", async () => {
    vi.useFakeTimers({ now: 0 });
    const log = new MemoryStreamLog({ retentionMs: 1_000, maxSealedChunks: 10 });
    await log.open(sampleRun(), NEW);
    await log.append("run1", [complete()]);
    vi.setSystemTime(999);
    expect(await log.find("run1")).not.toBeNull();
    vi.setSystemTime(1_001);
    expect(await log.find("run1")).toBeNull();
    expect(await log.open(sampleRun({ id: "run2" }), NEW)).toMatchObject({ isNew: true });
    vi.useRealTimers();
  });
});
