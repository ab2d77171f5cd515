import dns from "node:dns";
import { describe, expect, it, vi } from "vitest";
import { startFakeUpstream } from "./testing/fake-upstream";
import { FRAMES, startSse, type Api } from "./testing/sse-frames";
import { createUpstreamModel, modelRequest, readStep, TEST_KEY } from "./testing/upstream-model";

const APIS: readonly Api[] = ["chat", "responses"];

function startAnswering(api: Api) {
  return startFakeUpstream((response) =>
    startSse(response).end(FRAMES[api].text("네") + FRAMES[api].finish("stop")),
  );
}

describe.each(APIS)("the models of a server over the %s API", (api) => {
  it("are asked with the run's settings", async () => {
    const { baseUrl, requests } = await startAnswering(api);
    const request = modelRequest({ system: "짧게", temperature: 0.3, maxOutputTokens: 55 });
    await readStep(createUpstreamModel({ baseUrl, api, models: ["kind-model"] }), request);
    expect(requests).toHaveLength(1);
    expect(requests[0]?.body).toMatchObject({
      model: "kind-model",
      temperature: 0.3,
      stream: true,
      [api === "chat" ? "max_tokens" : "max_output_tokens"]: 55,
    });
    const body = requests[0]?.body as { messages?: unknown[]; input?: unknown[] } | undefined;
    const [system, user] = body?.messages ?? body?.input ?? [];
    expect(system).toEqual({ role: "system", content: "짧게" });
    expect(JSON.stringify(user)).toContain("안녕");
  });

  it("get the key when there is one", async () => {
    const { baseUrl, requests } = await startAnswering(api);
    await readStep(createUpstreamModel({ baseUrl, api, apiKey: TEST_KEY }));
    expect(requests[0]?.headers.authorization).toBe(`Bearer ${TEST_KEY}`);
  });

  it("get no Authorization when there is no key", async () => {
    vi.stubEnv("OPENAI_API_KEY", "sk-of-somebody-else");
    const { baseUrl, requests } = await startAnswering(api);
    const { error } = await readStep(createUpstreamModel({ baseUrl, api, apiKey: null }));
    expect(error).toBeNull();
    expect(requests[0]?.headers).not.toHaveProperty("authorization");
  });

  it("are at OpenAI when there is no base URL, whatever else the environment says", async () => {
    vi.stubEnv("OPENAI_BASE_URL", "");
    const offline = Object.assign(new Error("offline"), { code: "ENOTFOUND" });
    const lookup = vi.spyOn(dns, "lookup").mockImplementation((...args: unknown[]) => {
      (args.at(-1) as (error: Error) => void)(offline);
    });
    const { error } = await readStep(createUpstreamModel({ baseUrl: null, api }));
    const path = api === "chat" ? "chat/completions" : "responses";
    expect(error).toMatchObject({
      code: "model-unavailable",
      cause: { url: `https://api.openai.com/v1/${path}` },
    });
    expect(lookup.mock.calls.map(([host]) => host)).toEqual(["api.openai.com"]);
  });
});

describe("the models of a server", () => {
  it("have the names that the server knows, in their order", async () => {
    const { baseUrl, requests } = await startAnswering("chat");
    const model = createUpstreamModel({ baseUrl, models: ["hf.co/kind/model:Q4_K_M", "b"] });
    expect(model).toMatchObject({
      id: "hf.co/kind/model:Q4_K_M",
      label: "hf.co/kind/model:Q4_K_M",
      isDemo: false,
    });
    await readStep(model);
    expect(requests[0]).toMatchObject({
      path: "/v1/chat/completions",
      body: { model: "hf.co/kind/model:Q4_K_M" },
    });
  });

  it("are not to keep what was said", async () => {
    const { baseUrl, requests } = await startAnswering("responses");
    await readStep(createUpstreamModel({ baseUrl, api: "responses" }));
    expect(requests[0]).toMatchObject({ path: "/v1/responses", body: { store: false } });
  });

  it("are asked to count tokens, and for nothing that other servers don't know", async () => {
    const { baseUrl, requests } = await startAnswering("chat");
    await readStep(createUpstreamModel({ baseUrl }));
    expect(Object.keys(requests[0]?.body as object).toSorted()).toEqual([
      "max_tokens",
      "messages",
      "model",
      "stream",
      "stream_options",
      "temperature",
    ]);
  });
});
