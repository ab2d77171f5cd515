import { describe, expect, it } from "vitest";
import { LIMITS } from "@/lib/protocol/limits";
import { readJsonBody } from "./read-json-body";

const URL = "http://localhost/api/chat";

function post(body: BodyInit | null, headers: Readonly<Record<string, string>> = {}): Request {
  return new Request(URL, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body,
    duplex: "half",
  } as RequestInit);
}

/** A body without a length that never ends, and that knows how much of it was taken. */
function createEndlessBody() {
  const taken = { chunks: 0, isCancelled: false };
  const chunk = new Uint8Array(64 * 1024).fill(0x20);
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        taken.chunks += 1;
        controller.enqueue(chunk);
      },
      cancel: () => {
        taken.isCancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { body, taken, maxChunks: LIMITS.bodyBytes / chunk.byteLength };
}

function inPieces(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
}

function nested(depth: number): string {
  return "[".repeat(depth) + "]".repeat(depth);
}

describe("readJsonBody", () => {
  it("gives what the body says", async () => {
    const body = { message: "안녕 👩‍👩‍👧‍👦", history: [{ role: "user" }], n: 1.5, none: null };
    expect(await readJsonBody(post(JSON.stringify(body)))).toEqual(body);
  });

  it("puts characters together that were cut between two chunks", async () => {
    const bytes = new TextEncoder().encode('{"message":"한글 👩‍👩‍👧‍👦"}');
    expect(await readJsonBody(post(inPieces(bytes)))).toEqual({ message: "한글 👩‍👩‍👧‍👦" });
  });

  it.each(["application/json; charset=utf-8", "APPLICATION/JSON", " application/json ;x=1"])(
    "takes the media type %j",
    async (type) => {
      expect(await readJsonBody(post("{}", { "Content-Type": type }))).toEqual({});
    },
  );

  it.each(["text/plain", "application/x-www-form-urlencoded", "application/jsonx", "", "json"])(
    "refuses the media type %j without reading",
    async (type) => {
      const { body, taken } = createEndlessBody();
      const request = post(body, { "Content-Type": type });
      await expect(readJsonBody(request)).rejects.toMatchObject({ code: "unsupported-media-type" });
      expect(taken.chunks).toBe(0);
    },
  );

  it("refuses a body without a media type", async () => {
    const request = new Request(URL, { method: "POST", body: new TextEncoder().encode("{}") });
    await expect(readJsonBody(request)).rejects.toMatchObject({ code: "unsupported-media-type" });
  });

  it("refuses a body that says it is too large without reading", async () => {
    const { body, taken } = createEndlessBody();
    const request = post(body, { "Content-Length": String(LIMITS.bodyBytes + 1) });
    await expect(readJsonBody(request)).rejects.toMatchObject({ code: "payload-too-large" });
    expect(taken.chunks).toBe(0);
  });

  it.each<[string, Record<string, string>]>([
    ["does not say its length", {}],
    ["lies about its length", { "Content-Length": "2" }],
    ["says nonsense about its length", { "Content-Length": "many" }],
  ])("stops reading a body that is too large and %s", async (_name, headers) => {
    const { body, taken, maxChunks } = createEndlessBody();
    await expect(readJsonBody(post(body, headers))).rejects.toMatchObject({
      code: "payload-too-large",
    });
    expect(taken.isCancelled).toBe(true);
    expect(taken.chunks).toBeLessThanOrEqual(maxChunks + 2);
  });

  it("takes a body that is just as large as it may be", async () => {
    const text = `"${"a".repeat(LIMITS.bodyBytes - 2)}"`;
    await expect(readJsonBody(post(text))).resolves.toHaveLength(LIMITS.bodyBytes - 2);
    await expect(readJsonBody(post(`${text} `))).rejects.toMatchObject({
      code: "payload-too-large",
    });
  });

  it.each([
    ["nothing", null],
    ["an empty body", ""],
    ["half an object", '{"message":"안'],
    ["words", "안녕"],
    ["two values", "{}{}"],
    ["JavaScript", "{a:1}"],
  ])("refuses %s as no JSON", async (_name, body) => {
    await expect(readJsonBody(post(body))).rejects.toMatchObject({
      code: "invalid-request",
      message: "The body is not valid JSON.",
    });
  });

  it("refuses a body in another encoding instead of guessing", async () => {
    const inCp949 = [0xb0, 0xa1, 0xb3, 0xaa];
    const quoted = Uint8Array.from([0x22, ...inCp949, 0x22]);
    const cutOff = new TextEncoder().encode('"한').slice(0, -1);
    for (const bytes of [quoted, cutOff]) {
      await expect(readJsonBody(post(bytes))).rejects.toMatchObject({
        code: "invalid-request",
        message: "The body is not valid UTF-8.",
      });
    }
  });

  it("does not mind a byte order mark", async () => {
    expect(await readJsonBody(post('\uFEFF{"a":1}'))).toEqual({ a: 1 });
  });

  it("takes what is nested deeply, and refuses what is nested too deeply", async () => {
    await expect(readJsonBody(post(nested(LIMITS.jsonDepth)))).resolves.toBeInstanceOf(Array);
    const depths = [LIMITS.jsonDepth + 2, 1_000_000];
    for (const depth of depths) {
      await expect(readJsonBody(post(nested(depth)))).rejects.toMatchObject({
        code: "invalid-request",
        message: "The body is nested too deeply or has too many values.",
      });
    }
  });

  it("takes a body that is wide, and refuses one with too many values", async () => {
    const wide = (count: number) => JSON.stringify(Array.from({ length: count }, () => '{,[\\"'));
    const count = LIMITS.jsonValues;
    await expect(readJsonBody(post(wide(count)))).resolves.toHaveLength(count);
    await expect(readJsonBody(post(wide(count + 2)))).rejects.toMatchObject({
      code: "invalid-request",
    });
  });
});
