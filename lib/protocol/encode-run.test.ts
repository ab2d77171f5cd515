import { readUIMessageStream, uiMessageChunkSchema, type UIMessage, type UIMessageChunk } from "ai";
import { describe, expect, it } from "vitest";
import { complete, MESSAGE } from "@/lib/chat/testing/sample-run";
import type { StreamingChunk } from "@/lib/chat/streaming-chunk";
import { fromEventId, type EventPosition } from "./event-id";
import { STREAM_FORMAT_NAMES, type StreamFormatName } from "./stream-format";
import { readEvents, readText, type ReadEvent } from "./testing/read-events";
import { RECORDED_BATCHES, RECORDED_TEXT, toLog } from "./testing/recorded-run";
import { fromStart, transcribe } from "./testing/transcribe";

const TEXT_FORMATS = ["simple", "typed", "text"] as const;
const RECORDED_AT_ONCE = [RECORDED_BATCHES.flat()];

function positionOf(format: StreamFormatName, events: readonly ReadEvent[]) {
  return fromEventId(events.at(-1)?.id ?? "") ?? fromStart(format);
}

/** How many chunks a position covers whole. */
function knownChunks({ position, eventsOfChunk }: EventPosition): number {
  return eventsOfChunk === null ? position : position - 1;
}

async function readUiMessage(events: readonly ReadEvent[]): Promise<UIMessage | undefined> {
  const chunks = events
    .filter(({ data }) => data !== "[DONE]")
    .map(({ data }) => JSON.parse(data) as UIMessageChunk);
  const stream = new ReadableStream<UIMessageChunk>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  const messages = readUIMessageStream({ stream });
  return (await Array.fromAsync(messages)).at(-1);
}

describe("encodeRun", () => {
  it.each(STREAM_FORMAT_NAMES)("tells a run in the format %s as recorded", async (format) => {
    const transcript = await transcribe(toLog(RECORDED_BATCHES), format);
    await expect(transcript).toMatchFileSnapshot(`./testing/golden/${format}.sse`);
  });

  it.each(STREAM_FORMAT_NAMES)("gives every event of %s an id of its own", async (format) => {
    const ids = readEvents(await transcribe(toLog(RECORDED_BATCHES), format)).map(({ id }) => id);
    expect(ids).not.toContain(undefined);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(TEXT_FORMATS)("tells the model's text exactly in the format %s", async (format) => {
    const events = readEvents(await transcribe(toLog(RECORDED_BATCHES), format));
    expect(readText(format, events)).toBe(RECORDED_TEXT);
  });

  it.each(TEXT_FORMATS)("loses and doubles nothing of %s at any cut", async (format) => {
    const bytes = Buffer.from(await transcribe(toLog(RECORDED_BATCHES), format));
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      const before = readEvents(bytes.subarray(0, cut));
      const from = positionOf(format, before);
      const isTextMerged = cut % 2 === 0;
      const rest = await transcribe(toLog(RECORDED_AT_ONCE), format, { from, isTextMerged });
      expect(readText(format, [...before, ...readEvents(rest)])).toBe(RECORDED_TEXT);
    }
  });

  it("loses and doubles nothing of ui at any event, even when a merged replay is cut", async () => {
    const whole = readEvents(await transcribe(toLog(RECORDED_BATCHES), "ui"));
    const merged = readEvents(
      await transcribe(toLog(RECORDED_AT_ONCE), "ui", { isTextMerged: true }),
    );
    const message = await readUiMessage(whole);
    for (const transcript of [whole, merged]) {
      for (let cut = 0; cut <= transcript.length; cut += 1) {
        const before = transcript.slice(0, cut);
        const from = positionOf("ui", before);
        const rest = await transcribe(toLog(RECORDED_AT_ONCE), "ui", { from, isTextMerged: true });
        expect(await readUiMessage([...before, ...readEvents(rest)])).toEqual(message);
      }
    }
  });

  it.each(TEXT_FORMATS)("loses nothing when a client of ui goes on in %s", async (format) => {
    for (const { id } of readEvents(await transcribe(toLog(RECORDED_BATCHES), "ui"))) {
      const from = fromEventId(id ?? "") ?? fromStart("ui");
      const known = toLog(
        RECORDED_BATCHES.flat()
          .slice(0, knownChunks(from))
          .map((chunk) => [chunk]),
      );
      const before = readEvents(await transcribe(known, format));
      const rest = readEvents(await transcribe(toLog(RECORDED_AT_ONCE), format, { from }));
      expect(readText(format, [...before, ...rest])).toBe(RECORDED_TEXT);
    }
  });

  it("emits only chunks that the AI SDK knows", async () => {
    const events = readEvents(await transcribe(toLog(RECORDED_BATCHES), "ui"));
    const { validate } = uiMessageChunkSchema();
    for (const { data } of events.slice(0, -1)) {
      expect(await validate?.(JSON.parse(data))).toMatchObject({ success: true });
    }
    expect(events.at(-1)?.data).toBe("[DONE]");
  });

  it.each(STREAM_FORMAT_NAMES)(
    "has nothing more to tell in %s after the last event",
    async (format) => {
      const from = positionOf(
        format,
        readEvents(await transcribe(toLog(RECORDED_BATCHES), format)),
      );
      expect(await transcribe(toLog(RECORDED_AT_ONCE), format, { from })).toBe("");
    },
  );

  it("merges text that is read together into few large pieces", async () => {
    const transcript = await transcribe(toLog(RECORDED_AT_ONCE), "simple", { isTextMerged: true });
    expect(readEvents(transcript)).toHaveLength(3);
  });
});

describe("the end of a run", () => {
  const failed: StreamingChunk[] = [
    { type: "content", content: "half" },
    { type: "error", code: "model-error", message: "It broke off.", requestId: "r1" },
    complete({ state: "failed", finishReason: "error" }),
  ];
  const ends = {
    completed: [{ type: "content", content: "whole" }, complete()],
    stopped: [complete({ state: "stopped", finishReason: "interrupted" })],
    interrupted: [complete({ state: "interrupted", finishReason: "interrupted" })],
    failed,
  } as const satisfies Record<string, readonly StreamingChunk[]>;

  it.each(
    STREAM_FORMAT_NAMES.flatMap((format) =>
      Object.entries(ends).map(([state, chunks]) => ({ format, state, chunks })),
    ),
  )("is told in $format when it is $state", async ({ format, state, chunks }) => {
    const transcript = await transcribe(toLog([[MESSAGE, ...chunks]]), format);
    await expect(transcript).toMatchFileSnapshot(`./testing/golden/${format}-${state}.sse`);
  });
});
