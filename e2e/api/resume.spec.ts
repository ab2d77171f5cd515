import { readAllEvents } from "../fixtures/read-events";
import { moveId, STREAM_FORMATS, textOf } from "../fixtures/stream-format";
import { postJson } from "./post-json";
import { receive } from "./received";
import { expect, test } from "./test";

const CUTS = 40;
const PIECES = Array.from({ length: 30 }, (_, index) => `${index}번째 조각 👋🏽\n\n닭과 값. `);

/** Spread over the stream, so that they fall into ids, data, characters and between events. */
function pickCuts(bytes: Uint8Array, count: number, firstBlockLength: number): number[] {
  const span = bytes.length - firstBlockLength;
  return Array.from(
    { length: count },
    (_, index) => firstBlockLength + Math.floor((span * index) / count),
  );
}

for (const format of STREAM_FORMATS) {
  test(`${format}: continues after a cut anywhere, in the middle of an event too`, async ({
    chat,
    upstream,
    question,
  }) => {
    upstream.answer(question, (exchange) => {
      for (const piece of PIECES) exchange.sendText(piece);
      exchange.finish();
    });
    const url = `${chat.url}/api/chat/stream?format=${format}`;
    const whole = await (await postJson(url, { message: question })).bytes();
    expect(textOf(format, receive(whole).events)).toBe(PIECES.join(""));
    const preamble = new TextDecoder().decode(whole).indexOf("\n\n") + 2;

    for (const cut of pickCuts(whole, CUTS, preamble)) {
      const { events, lastEventId } = receive(whole.subarray(0, cut));
      const rest = await readAllEvents(
        await fetch(url, { headers: { "Last-Event-ID": lastEventId } }),
      );
      expect(textOf(format, [...events, ...rest]), `cut at byte ${cut}`).toBe(PIECES.join(""));
      expect(rest.at(-1), `cut at byte ${cut}`).toEqual(receive(whole).events.at(-1));
    }
    expect(upstream.exchanges(question)).toHaveLength(1);
  });

  test(`${format}: answers 204 when nothing is missing`, async ({ server }) => {
    const url = `${server.url}/api/chat/stream?format=${format}`;
    const events = await readAllEvents(await postJson(url, { message: "/echo 끝" }));
    const again = await fetch(url, { headers: { "Last-Event-ID": events.at(-1)?.id ?? "" } });
    expect(again.status).toBe(204);
    expect(await again.text()).toBe("");
  });
}

test("the id comes by header or query, by GET or POST", async ({ server }) => {
  const url = `${server.url}/api/chat/stream`;
  const events = await readAllEvents(await postJson(url, { message: "/echo 하나 둘 셋 넷" }));
  const id = events[1]?.id ?? "";
  const headers = { "Last-Event-ID": id };
  const answers = await Promise.all([
    fetch(url, { headers }),
    fetch(`${url}?lastEventId=${encodeURIComponent(id)}`),
    fetch(url, { method: "POST", headers }),
    fetch(`${url}?lastEventId=${encodeURIComponent(id)}`, { method: "POST" }),
  ]);
  for (const answer of answers) {
    expect(textOf("simple", await readAllEvents(answer))).toBe(" 셋 넷");
  }
});

test("what stands beside the id starts nothing", async ({ chat, upstream, question }) => {
  upstream.answer(question, (exchange) => {
    exchange.sendText("첫 조각, ");
    exchange.sendText("둘째 조각");
    exchange.finish();
  });
  const url = `${chat.url}/api/chat/stream`;
  const query = `message=${encodeURIComponent(question)}`;
  const events = await readAllEvents(await fetch(`${url}?${query}`));
  const headers = { "Last-Event-ID": events[0]?.id ?? "" };
  const rest = textOf("simple", events.slice(1));
  const answers = await Promise.all([
    fetch(`${url}?${query}`, { headers }),
    postJson(url, { message: question }, { headers }),
    postJson(url, { message: "" }, { headers }),
    postJson(url, "no request at all", { headers }),
  ]);
  for (const answer of answers) {
    expect(textOf("simple", await readAllEvents(answer))).toBe(rest);
  }
  expect(upstream.exchanges(question)).toHaveLength(1);
});

for (const format of STREAM_FORMATS) {
  test(`${format}: goes on in its format, also when the request is left out`, async ({
    server,
  }) => {
    const url = `${server.url}/api/chat/stream`;
    const events = await readAllEvents(
      await postJson(`${url}?format=${format}`, { message: "/echo 하나 둘 셋" }),
    );
    for (const [index, { id }] of events.slice(0, -1).entries()) {
      const rest = await readAllEvents(await fetch(url, { headers: { "Last-Event-ID": id } }));
      const all = [...events.slice(0, index + 1), ...rest];
      expect(textOf(format, all), `after ${id}`).toBe("하나 둘 셋");
    }
  });
}

test("an id of one format goes on in another that is asked for", async ({ server, chatId }) => {
  const url = `${server.url}/api/chat/stream`;
  const body = {
    id: chatId,
    messages: [{ id: "1", role: "user", parts: [{ type: "text", text: "/echo 하나 둘" }] }],
  };
  const events = await readAllEvents(await postJson(url, body));
  const textStart = events.find(({ data }) => data.includes('"text-start"'));
  const headers = { "Last-Event-ID": textStart?.id ?? "" };
  const rest = await readAllEvents(await postJson(`${url}?format=text`, body, { headers }));
  expect(rest.map(({ data }) => data).join("")).toBe("하나 둘[DONE]");
});

for (const id of [
  "AAAAAAAAAAAAAAAAAAAAAAAA:3",
  "nonsense",
  ":",
  "a:b",
  "../../etc/passwd:1",
  "%00:1",
  "x".repeat(5_000),
]) {
  test(`an id that leads to no run is not found: ${id.slice(0, 40)}`, async ({ server }) => {
    for (const answer of [
      await fetch(`${server.url}/api/chat/stream?message=hi`, { headers: { "Last-Event-ID": id } }),
      await fetch(`${server.url}/api/chat/stream?lastEventId=${encodeURIComponent(id)}`),
    ]) {
      expect(answer.status).toBe(404);
      const { error } = (await answer.json()) as { error: { code: string } };
      expect(error.code).toBe("not-found");
    }
  });
}

test("an id beyond the run's end has nothing missing", async ({ server }) => {
  const url = `${server.url}/api/chat/stream`;
  const events = await readAllEvents(await postJson(url, { message: "/echo 끝" }));
  const id = moveId(events[0]?.id ?? "", 999_999);
  const again = await fetch(url, { headers: { "Last-Event-ID": id } });
  expect(again.status).toBe(204);
});
