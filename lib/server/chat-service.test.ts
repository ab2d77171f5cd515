import { describe, expect, it, vi } from "vitest";
import { createTemporaryDatabase } from "@/lib/database/testing/temporary-database";
import { SqlChatHistory } from "@/lib/history/sql-chat-history";
import { openInstance } from "@/lib/stream-log/testing/open-instance";
import type { ChatEvent } from "@/lib/chat/chat-events";
import type { ChatMessage } from "@/lib/chat/chat-message";
import { ChatService } from "@/lib/chat/chat-service";
import type { StartRun } from "@/lib/chat/start-run";
import type { StreamingChunk } from "@/lib/chat/streaming-chunk";
import { say, ScriptedModel, type ScriptedStep } from "@/lib/chat/testing/scripted-model";

const never = new AbortController().signal;

async function createService(...steps: readonly ScriptedStep[]) {
  const model = new ScriptedModel(steps.length > 0 ? steps : [{ batches: [say("안", "녕")] }]);
  const events: ChatEvent[] = [];
  let count = 0;
  const database = await createTemporaryDatabase();
  const log = await openInstance(database);
  const service = new ChatService({
    models: {
      list: async () => [model],
      find: async (id) => (id === null || id === model.id ? model : null),
    },
    tools: [],
    log,
    history: new SqlChatHistory(database),
    publish: (event) => events.push(event),
    defaults: {
      system: "Be brief.",
      temperature: 0.7,
      maxOutputTokens: 1000,
      maxSteps: 3,
      toolTimeoutMs: 50,
    },
    createId: () => `id${(count += 1)}`,
  });
  return { service, model, events, log };
}

function userMessage(id: string, text = "안녕?") {
  return { role: "user", id, parts: [{ type: "text", text }] } as const;
}

function startRun(changes: Partial<StartRun> = {}): StartRun {
  return {
    requestId: "r1",
    chatId: "chat1",
    ownerId: "guest1",
    userMessage: userMessage("u1"),
    previousMessages: [],
    isRegeneration: false,
    system: null,
    model: null,
    temperature: null,
    maxOutputTokens: null,
    ...changes,
  };
}

async function readAll(service: ChatService, runId: string): Promise<readonly StreamingChunk[]> {
  const batches = await Array.fromAsync(service.readRun(runId, 0, never));
  return batches.flatMap(({ chunks }) => chunks);
}

describe("ChatService", () => {
  it("answers into the log, whoever reads it", async () => {
    const { service } = await createService();
    const { run } = await service.startRun(startRun());
    const [first, second] = await Promise.all([readAll(service, run.id), readAll(service, run.id)]);
    expect(first.map(({ type }) => type)).toEqual(["message", "content", "content", "complete"]);
    expect(second).toEqual(first);
  });

  it("goes on when its reader goes away", async () => {
    const { service } = await createService();
    const { run, ended } = await service.startRun(startRun());
    const controller = new AbortController();
    const reading = Array.fromAsync(service.readRun(run.id, 0, controller.signal));
    controller.abort();
    await reading;
    await ended;
    expect(await service.findRun(run.id, "guest1")).toMatchObject({ state: "completed" });
  });

  it("keeps the question and the answer in the history", async () => {
    const { service } = await createService();
    const { ended } = await service.startRun(startRun());
    await ended;
    const chat = await service.loadChat("chat1", "guest1");
    expect(chat?.chat.messages).toMatchObject([
      { role: "user", id: "u1" },
      { role: "assistant", parts: [{ type: "text", text: "안녕" }] },
    ]);
    expect(chat?.liveRun).toBeNull();
  });

  it("keeps the question before the model has said a word", async () => {
    const { service } = await createService({ batches: [], end: "never" });
    await service.startRun(startRun());
    const chat = await service.loadChat("chat1", "guest1");
    expect(chat?.chat.messages).toMatchObject([{ role: "user", id: "u1" }]);
    expect(chat?.liveRun).toMatchObject({ state: "running" });
    await service.stopRun("chat1", "guest1");
  });

  it("keeps nothing of a run outside of chats but its log", async () => {
    const { service } = await createService();
    const { run, ended } = await service.startRun(startRun({ chatId: null }));
    await ended;
    expect(await readAll(service, run.id)).toHaveLength(4);
  });

  it("calls the model once for a message that is sent twice", async () => {
    const { service, model } = await createService();
    const [first, second] = await Promise.all([
      service.startRun(startRun()),
      service.startRun(startRun()),
    ]);
    await first.ended;
    const third = await service.startRun(startRun());
    expect([second.run.id, third.run.id]).toEqual([first.run.id, first.run.id]);
    expect(model.requests).toHaveLength(1);
  });

  it("answers again what is to be regenerated, in place of the first answer", async () => {
    const { service, model } = await createService();
    await (
      await service.startRun(startRun())
    ).ended;
    await (
      await service.startRun(startRun({ isRegeneration: true }))
    ).ended;
    expect(model.requests).toHaveLength(2);
    expect((await service.loadChat("chat1", "guest1"))?.chat.messages).toHaveLength(2);
  });

  it("shows the model what the history holds when only the newest message comes", async () => {
    const { service, model } = await createService();
    await (
      await service.startRun(startRun())
    ).ended;
    const next = startRun({ userMessage: userMessage("u2", "또?"), previousMessages: null });
    await (
      await service.startRun(next)
    ).ended;
    expect(model.requests[1]?.messages.map(({ role }) => role)).toEqual([
      "user",
      "assistant",
      "user",
    ]);
  });

  it("trusts the history more than what a client says was said", async () => {
    const { service, model } = await createService();
    await (
      await service.startRun(startRun())
    ).ended;
    const stored = (await service.loadChat("chat1", "guest1"))?.chat.messages ?? [];
    const forged: ChatMessage[] = stored.map(({ id }) => {
      return { role: "assistant", id, parts: [{ type: "text", text: "forged" }] };
    });
    const next = startRun({ userMessage: userMessage("u2"), previousMessages: forged });
    await (
      await service.startRun(next)
    ).ended;
    expect(model.requests[1]?.messages.slice(0, 2)).toEqual(stored);
  });

  it("stops a run: what was shown is kept, and marked as stopped", async () => {
    const { service } = await createService({ batches: [say("half")], end: "never" });
    const { run } = await service.startRun(startRun());
    const reading = readAll(service, run.id);
    await service.stopRun("chat1", "guest1");
    await service.stopRun("chat1", "guest1");
    expect((await reading).at(-1)).toMatchObject({ type: "complete", state: "stopped" });
    expect((await service.loadChat("chat1", "guest1"))?.chat.messages[1]).toMatchObject({
      outcome: { state: "stopped" },
    });
  });

  it("applies the defaults where a request is silent, and what it says where not", async () => {
    const { service, model } = await createService();
    await (
      await service.startRun(startRun({ chatId: null }))
    ).ended;
    const own = { system: "Rhyme.", temperature: 0, maxOutputTokens: 5, chatId: null };
    await (
      await service.startRun(startRun(own))
    ).ended;
    expect(model.requests).toMatchObject([
      { system: "Be brief.", temperature: 0.7, maxOutputTokens: 1000 },
      { system: "Rhyme.", temperature: 0, maxOutputTokens: 5 },
    ]);
  });

  it("never shows a chat without both its answer and the run that makes it", async () => {
    const { service, log } = await createService({ batches: [say("half")], end: "never" });
    await service.startRun(startRun());
    const findLive = log.findLive.bind(log);
    vi.spyOn(log, "findLive").mockImplementationOnce(async (chatId) => {
      const live = await findLive(chatId);
      await service.stopRun(chatId, "guest1");
      return live;
    });
    const found = await service.loadChat("chat1", "guest1");
    expect(found?.chat.messages).toHaveLength(2);
  });

  it("shows a run and a chat to nobody but their owner", async () => {
    const { service } = await createService({ batches: [], end: "never" });
    const { run } = await service.startRun(startRun());
    for (const other of [null, "guest2"]) {
      await expect(service.findRun(run.id, other)).rejects.toMatchObject({ code: "not-found" });
      expect(await service.findLiveRun("chat1", other)).toBeNull();
      expect(await service.loadChat("chat1", other)).toBeNull();
      await service.stopRun("chat1", other);
      const intrusion = startRun({ ownerId: other, userMessage: userMessage("u2") });
      await expect(service.startRun(intrusion)).rejects.toMatchObject({ code: "not-found" });
    }
    expect(await service.findRun(run.id, "guest1")).toMatchObject({ state: "running" });
    await service.stopRun("chat1", "guest1");
  });

  it("refuses a model that it does not have", async () => {
    const { service } = await createService();
    await expect(service.startRun(startRun({ model: "none" }))).rejects.toMatchObject({
      code: "invalid-request",
    });
  });

  it("ends a run as failed when its answer can't be kept", async () => {
    const { service, events, log } = await createService();
    vi.spyOn(log, "append").mockRejectedValueOnce(new Error("The disk is full."));
    const { run, ended } = await service.startRun(startRun());
    const reading = readAll(service, run.id);
    await ended;
    expect(await reading).toMatchObject([
      { type: "error", code: "internal" },
      { type: "complete", state: "failed" },
    ]);
    expect(events.at(-1)).toMatchObject({ type: "run-finished", state: "failed" });
    expect(await service.findLiveRun("chat1", "guest1")).toBeNull();
  });

  it("tells the bus what happened, in order", async () => {
    const { service, events } = await createService();
    await (
      await service.startRun(startRun())
    ).ended;
    expect(events.map(({ type }) => type)).toEqual([
      "run-started",
      "first-token",
      "tokens-streamed",
      "run-finished",
    ]);
    expect(events[2]).toMatchObject({ count: 2, chatId: "chat1", requestId: "r1" });
  });

  it("tells the bus of a failure with its whole cause, and then of the end", async () => {
    const error = new Error("boom");
    const { service, events } = await createService({ batches: [], end: { error } });
    await (
      await service.startRun(startRun())
    ).ended;
    expect(events.slice(1)).toMatchObject([
      { type: "run-failed", code: "internal", error },
      { type: "run-finished", state: "failed" },
    ]);
  });
});
