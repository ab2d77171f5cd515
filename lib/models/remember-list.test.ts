import { expect, it, vi } from "vitest";
import type { ChatModel } from "@/lib/chat/chat-model";
import { ScriptedModel } from "@/lib/chat/testing/scripted-model";
import { rememberList } from "./remember-list";

const FALLBACK: readonly ChatModel[] = [];
const FOUND: readonly ChatModel[] = [new ScriptedModel([])];

it("asks once, however many wait for the answer", async () => {
  const ask = vi.fn<() => Promise<typeof FOUND>>(async () => FOUND);
  const list = rememberList(ask, FALLBACK, 1_000);
  expect(await Promise.all([list(), list()])).toEqual([FOUND, FOUND]);
  expect(await list()).toBe(FOUND);
  expect(ask).toHaveBeenCalledOnce();
});

it("makes nobody wait for a second question", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const answers = [Promise.resolve(null), Promise.withResolvers<typeof FOUND>().promise];
  const ask = vi.fn<() => Promise<typeof FOUND | null>>(
    () => answers.shift() ?? Promise.resolve(FOUND),
  );
  const list = rememberList(ask, FALLBACK, 1_000);
  expect(await list()).toBe(FALLBACK);
  expect(await list()).toBe(FALLBACK);
  expect(ask).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(1_001);
  expect(await list()).toBe(FALLBACK);
  expect(ask).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});
