import { createServer, type IncomingMessage, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { ChatModel } from "@/lib/chat/chat-model";
import { createModels } from "./create-models";
import { parseEnv } from "./env";

interface Asked {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** A provider that offers models, and answers 503 to whoever asks one. */
async function startProvider(names: readonly string[], port = 0) {
  const asked: Asked[] = [];
  const answer = async (request: IncomingMessage) => {
    const { url: path = "", headers } = request;
    asked.push({ path, authorization: headers.authorization, body: await text(request) });
    return JSON.stringify({ data: names.map((id) => ({ id })) });
  };
  const server: Server = createServer((request, response) => {
    void answer(request).then((list) =>
      response.writeHead(request.method === "GET" ? 200 : 503).end(list),
    );
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  onTestFinished(stop);
  const used = (server.address() as AddressInfo).port;
  return { baseUrl: `http://127.0.0.1:${used}/v1`, port: used, asked, stop };
}

async function listIds(variables: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return (await createModels(parseEnv(variables)).list()).map(({ id }) => id);
}

async function ask(model: ChatModel | null): Promise<void> {
  const request = {
    system: null,
    messages: [],
    turns: [],
    tools: [],
    mayCallTools: false,
    temperature: 0,
    maxOutputTokens: 1,
  };
  const steps = model?.streamStep(request, new AbortController().signal);
  await expect(steps?.next()).rejects.toMatchObject({ code: "model-unavailable" });
}

describe("createModels", () => {
  it("has OpenAI's default model when there is a key, and the demo last", async () => {
    expect(await listIds({ OPENAI_API_KEY: "sk-1" })).toEqual(["gpt-5.4-mini", "demo"]);
  });

  it("has the models that are named, the first as the default", async () => {
    const variables = { OPENAI_API_KEY: "sk-1", OPENAI_MODELS: "b, a" };
    expect(await listIds(variables)).toEqual(["b", "a", "demo"]);
    const models = createModels(parseEnv(variables));
    expect(await models.find(null)).toMatchObject({ id: "b", isDemo: false });
    expect(await models.find("demo")).toMatchObject({ isDemo: true });
    expect(await models.find("gpt-5.4-mini")).toBeNull();
  });

  it("has the models to chat with that the server at the base URL offers", async () => {
    const { baseUrl, asked } = await startProvider(["nomic-embed-text", "qwen3:8b", "gemma3"]);
    const variables = { OPENAI_BASE_URL: `${baseUrl}/`, OPENAI_API_KEY: "sk-1" };
    expect(await listIds(variables)).toEqual(["qwen3:8b", "gemma3", "demo"]);
    expect(asked).toMatchObject([{ path: "/v1/models", authorization: "Bearer sk-1" }]);
  });

  it("asks the server for its models once", async () => {
    const { baseUrl, asked } = await startProvider(["qwen3:8b"]);
    const models = createModels(parseEnv({ OPENAI_BASE_URL: baseUrl }));
    for (const id of [null, "qwen3:8b", "demo"]) expect(await models.find(id)).not.toBeNull();
    expect(asked).toHaveLength(1);
  });

  it("has one model without a name at a server that is not there yet, then what it offers", async () => {
    const gone = await startProvider([]);
    gone.stop();
    const models = createModels(parseEnv({ OPENAI_BASE_URL: gone.baseUrl }));
    expect(await models.find(null)).toMatchObject({ id: "default", isDemo: false });
    await startProvider(["qwen3:8b"], gone.port);
    vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ["Date"] });
    await vi.waitFor(async () => {
      expect(await models.find(null)).toMatchObject({ id: "qwen3:8b" });
    });
    vi.useRealTimers();
  });

  it.each([
    ["chat", {}, "/v1/chat/completions"],
    ["the responses API where it is told so", { OPENAI_API: "responses" }, "/v1/responses"],
  ])("speaks %s at a base URL", async (_name, variables, path) => {
    const { baseUrl, asked } = await startProvider([]);
    const env = parseEnv({ OPENAI_BASE_URL: baseUrl, OPENAI_MODELS: "mock", ...variables });
    await ask(await createModels(env).find("mock"));
    expect(asked).toMatchObject([{ path, authorization: undefined }]);
    expect(JSON.parse(asked[0]?.body ?? "")).toMatchObject({ model: "mock" });
  });
});
