import { afterEach, describe, expect, it, vi } from "vitest";
import { LOCAL_SERVERS, LocalModels, type LocalServer } from "./local-models";
import { findClosedBaseUrl, startFakeUpstream } from "./testing/fake-upstream";
import { FRAMES, startSse } from "./testing/sse-frames";
import { readStep } from "./testing/upstream-model";

const OPTIONS = {
  connectTimeoutMs: 1_000,
  patience: { firstTokenTimeoutMs: 2_000, idleTimeoutMs: 2_000 },
};

/** Answers like Ollama: a list of its models, and a word to whoever asks one of them. */
async function startOllama(names: readonly string[]) {
  const upstream = await startFakeUpstream((response, { method }) =>
    method === "GET"
      ? response.end(JSON.stringify({ data: names.map((id) => ({ id })) }))
      : startSse(response).end(FRAMES.chat.text("네") + FRAMES.chat.finish("stop")),
  );
  return { ...upstream, server: { name: "Ollama", baseUrl: upstream.baseUrl } };
}

async function listIds(models: LocalModels): Promise<readonly string[]> {
  return (await models.list()).map(({ id }) => id);
}

describe("LocalModels", () => {
  afterEach(() => void vi.useRealTimers());

  it("are those of every server that answers, in the servers' order", async () => {
    const first = await startOllama(["qwen3:8b", "nomic-embed-text"]);
    const second = await startOllama(["gemma3"]);
    const absent: LocalServer = { name: "LM Studio", baseUrl: await findClosedBaseUrl() };
    const models = new LocalModels([first.server, absent, second.server], OPTIONS);
    expect(await listIds(models)).toEqual(["qwen3:8b", "gemma3"]);
  });

  it("answer without a key", async () => {
    vi.stubEnv("OPENAI_API_KEY", "sk-of-somebody-else");
    const ollama = await startOllama(["qwen3:8b"]);
    const [model] = await new LocalModels([ollama.server], OPTIONS).list();
    expect(model).toMatchObject({ id: "qwen3:8b", label: "qwen3:8b", isDemo: false });
    expect(await readStep(model as NonNullable<typeof model>)).toMatchObject({ text: "네" });
    expect(ollama.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "GET /v1/models",
      "POST /v1/chat/completions",
    ]);
    expect(ollama.requests[1]?.headers).not.toHaveProperty("authorization");
  });

  it("are none where no server runs", async () => {
    const absent: LocalServer = { name: "Ollama", baseUrl: await findClosedBaseUrl() };
    expect(await listIds(new LocalModels([absent], OPTIONS))).toEqual([]);
  });

  it("are looked for again after half a minute, and not before", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 0 });
    const names = ["qwen3:8b"];
    const ollama = await startOllama(names);
    const models = new LocalModels([ollama.server], OPTIONS);
    expect(await Promise.all([listIds(models), listIds(models)])).toEqual([names, names]);
    names.push("gemma3");
    vi.setSystemTime(30_000);
    expect(await listIds(models)).toEqual(["qwen3:8b"]);
    expect(ollama.requests).toHaveLength(1);
    vi.setSystemTime(30_001);
    expect(await listIds(models)).toEqual(["qwen3:8b", "gemma3"]);
    expect(ollama.requests).toHaveLength(2);
  });

  it("are looked for on this machine only", () => {
    const hosts = LOCAL_SERVERS.map(({ baseUrl }) => new URL(baseUrl).hostname);
    expect(new Set(hosts)).toEqual(new Set(["127.0.0.1"]));
  });
});
