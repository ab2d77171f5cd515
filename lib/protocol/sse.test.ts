import { createParser } from "eventsource-parser";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromEventId, toEventId } from "./event-id";
import { toSseComment, toSseEvent } from "./sse";
import { readEvents } from "./testing/read-events";

describe("toSseEvent", () => {
  it("frames any data so that a standard parser reads it back", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" })), (pieces) => {
        const transcript = pieces.map((data, index) => toSseEvent(`r:${index}`, data)).join("");
        const events = pieces.map((data, index) => {
          return { id: `r:${index}`, data: data.replaceAll(/\r\n|\r/g, "\n") };
        });
        expect(readEvents(transcript)).toEqual(events);
      }),
    );
  });

  it("makes a data line of each line of the data", () => {
    expect(toSseEvent("r:1", "a\n\nb\r\nc\rd")).toBe(
      "id: r:1\ndata: a\ndata: \ndata: b\ndata: c\ndata: d\n\n",
    );
  });

  it("keeps a leading space", () => {
    expect(readEvents(toSseEvent("r:1", " a"))).toEqual([{ id: "r:1", data: " a" }]);
  });
});

describe("toSseComment", () => {
  it("is no event", () => {
    const comments: string[] = [];
    const parser = createParser({ onComment: (comment) => comments.push(comment) });
    parser.feed(toSseComment("heartbeat"));
    expect(readEvents(toSseComment("heartbeat"))).toEqual([]);
    expect(comments).toEqual(["heartbeat"]);
  });
});

describe("event ids", () => {
  it.each([
    { runId: "aB3_-", position: 0, eventsOfChunk: null, format: "simple" },
    { runId: "r", position: 12, eventsOfChunk: 3, format: "ui" },
  ] as const)("name a run, a position and a format: %o", (position) => {
    expect(fromEventId(toEventId(position))).toEqual(position);
  });

  it.each([
    "",
    "run",
    "run:",
    "run:-1:ui",
    "run:1.:ui",
    "run:1",
    "run:1:2",
    "run:1:xml",
    "a b:1:ui",
    "run:1:ui\n",
    "r:9999999999999999:ui",
  ])("are not taken for one: %j", (id) => {
    expect(fromEventId(id)).toBeNull();
  });
});
