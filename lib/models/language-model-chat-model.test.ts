import { LLMock } from "@copilotkit/aimock";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startFakeUpstream } from "./testing/fake-upstream";
import { FRAMES, startSse, toChatFrame, type Api } from "./testing/sse-frames";
import { createUpstreamModel, modelRequest, readStep } from "./testing/upstream-model";

const APIS: readonly Api[] = ["chat", "responses"];
const ANSWER = "안녕하세요! 값은 3.14예요 👩‍👩‍👧‍👦🇰🇷\n\n**굵게** 한글 \u0007끝";

describe.each(APIS)("a language model over the %s API", (api) => {
  let mock: LLMock;

  beforeEach(async () => {
    mock = new LLMock({ host: "127.0.0.1", port: 0, logLevel: "silent" });
    await mock.start();
  });

  afterEach(() => mock.stop());

  const createModel = () => createUpstreamModel({ baseUrl: `${mock.url}/v1`, api });

  it("gives the text exactly as the upstream said it", async () => {
    mock.onMessage("안녕", { content: ANSWER }, { chunkSize: 3 });
    const { text, step } = await readStep(createModel());
    expect(text).toBe(ANSWER);
    expect(step).toMatchObject({ finishReason: "stop" });
  });

  it("gives each token when it comes", async () => {
    const pulls = [0, 1, 2, 3].map(() => Promise.withResolvers<void>());
    const upstream = await startFakeUpstream(async (response) => {
      startSse(response);
      for (const [index, pull] of pulls.entries()) {
        await pull.promise;
        response.write(FRAMES[api].text(`토큰${index}`));
      }
      response.end(FRAMES[api].finish("stop"));
    });
    const model = createUpstreamModel({ baseUrl: upstream.baseUrl, api });
    const steps = model.streamStep(modelRequest(), new AbortController().signal);
    for (const [index, pull] of pulls.entries()) {
      pull.resolve();
      const content = `토큰${index}`;
      expect(await steps.next()).toEqual({ done: false, value: [{ type: "content", content }] });
    }
    expect(await steps.next()).toMatchObject({ done: true, value: { finishReason: "stop" } });
  });

  it("gives an answer that is said slowly in several batches", async () => {
    const pace = { chunkSize: 2, streamingProfile: { ttft: 20, tps: 50, jitter: 0 } };
    mock.onMessage("안녕", { content: "가나다라마바사아자차카타" }, pace);
    const { batches, text } = await readStep(createModel());
    expect(text).toBe("가나다라마바사아자차카타");
    expect(batches.length).toBeGreaterThan(2);
  });

  it("counts the tokens as the upstream did", async () => {
    const usage = { prompt_tokens: 3, completion_tokens: 5, total_tokens: 8 };
    mock.onMessage("안녕", { content: "네", usage });
    const { step } = await readStep(createModel());
    expect(step?.usage).toEqual({ inputTokens: 3, outputTokens: 5, totalTokens: 8 });
  });

  it("tells reasoning from text", async () => {
    mock.onMessage("안녕", { content: "대답", reasoning: "생각 🤔" }, { chunkSize: 1 });
    const { text, reasoning } = await readStep(createModel());
    expect({ text, reasoning }).toEqual({ text: "대답", reasoning: "생각 🤔" });
  });

  it.each(["stop", "length"] as const)("ends with the finish reason %s", async (finishReason) => {
    const upstream = await startFakeUpstream((response) =>
      startSse(response).end(FRAMES[api].text("긴") + FRAMES[api].finish(finishReason)),
    );
    const { text, step } = await readStep(createUpstreamModel({ baseUrl: upstream.baseUrl, api }));
    expect(text).toBe("긴");
    expect(step).toMatchObject({
      finishReason,
      usage: { inputTokens: 3, outputTokens: 5, totalTokens: 8 },
    });
  });

  it("puts what arrives together into one batch", async () => {
    const upstream = await startFakeUpstream((response) => {
      const words = Array.from({ length: 200 }, (_, index) => FRAMES[api].text(`${index} `));
      startSse(response).end(words.join("") + FRAMES[api].finish("stop"));
    });
    const { batches } = await readStep(createUpstreamModel({ baseUrl: upstream.baseUrl, api }));
    expect(batches.flat()).toHaveLength(200);
    expect(batches.length).toBeLessThan(10);
  });

  it("puts a character together that was cut between two packets", async () => {
    const bytes = Buffer.from(FRAMES[api].text("👩‍👩‍👧‍👦한글") + FRAMES[api].finish("stop"));
    const upstream = await startFakeUpstream(async (response) => {
      startSse(response);
      for (const byte of bytes) {
        response.write(Uint8Array.of(byte));
        await new Promise((resolve) => setImmediate(resolve));
      }
      response.end();
    });
    const { text } = await readStep(createUpstreamModel({ baseUrl: upstream.baseUrl, api }));
    expect(text).toBe("👩‍👩‍👧‍👦한글");
  });

  it("is asked for a second step with what the first one said", async () => {
    const upstream = await startFakeUpstream((response) =>
      startSse(response).end(FRAMES[api].text("첫 말") + FRAMES[api].finish("stop")),
    );
    const model = createUpstreamModel({ baseUrl: upstream.baseUrl, api });
    const { step } = await readStep(model);
    const turns = [{ assistant: step?.continuation ?? { modelContinuation: [] }, toolResults: [] }];
    await readStep(model, modelRequest({ turns }));
    expect(JSON.stringify(upstream.requests[1]?.body)).toContain("첫 말");
  });
});

describe("a language model over the chat API", () => {
  it("does not mind an upstream that counts no tokens and says no [DONE]", async () => {
    const upstream = await startFakeUpstream((response) =>
      startSse(response).end(toChatFrame({ content: "네" }) + toChatFrame({}, "stop")),
    );
    const { step } = await readStep(createUpstreamModel({ baseUrl: upstream.baseUrl }));
    expect(step).toMatchObject({
      finishReason: "stop",
      usage: { inputTokens: null, outputTokens: null, totalTokens: null },
    });
  });

  it("takes a finish reason that it does not know as another one", async () => {
    const upstream = await startFakeUpstream((response) =>
      startSse(response).end(toChatFrame({ content: "네" }) + toChatFrame({}, "eos_token")),
    );
    const { step } = await readStep(createUpstreamModel({ baseUrl: upstream.baseUrl }));
    expect(step).toMatchObject({ finishReason: "other" });
  });
});
