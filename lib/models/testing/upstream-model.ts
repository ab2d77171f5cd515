import type { ChatModel, ModelChunk, ModelRequest, ModelStep } from "@/lib/chat/chat-model";
import { createOpenAiModels, type OpenAiModelsOptions } from "../openai-models";

/** As the tests' upstreams know it; never to be seen in an error's message. */
export const TEST_KEY = "sk-test-4f9a2c77d1e84b";

/** The one model of an upstream. */
export function createUpstreamModel(
  options: Partial<OpenAiModelsOptions> & Pick<OpenAiModelsOptions, "baseUrl">,
): ChatModel {
  const [model] = createOpenAiModels({
    apiKey: TEST_KEY,
    api: "chat",
    models: ["mock"],
    connectTimeoutMs: 1_000,
    patience: { firstTokenTimeoutMs: 2_000, idleTimeoutMs: 2_000 },
    ...options,
  });
  if (model === undefined) throw new Error("no model");
  return model;
}

export function modelRequest(changes: Partial<ModelRequest> = {}): ModelRequest {
  return {
    system: null,
    messages: [{ role: "user", id: "u1", parts: [{ type: "text", text: "안녕" }] }],
    turns: [],
    tools: [],
    mayCallTools: true,
    temperature: 0.7,
    maxOutputTokens: 100,
    ...changes,
  };
}

/** A step that was read to its end, however it ended. */
export interface ReadStep {
  readonly batches: readonly (readonly ModelChunk[])[];
  readonly text: string;
  readonly reasoning: string;
  readonly step: ModelStep | null;
  readonly error: unknown;
}

export async function readStep(
  model: ChatModel,
  request: ModelRequest = modelRequest(),
  signal: AbortSignal = new AbortController().signal,
): Promise<ReadStep> {
  const batches: (readonly ModelChunk[])[] = [];
  const iterator = model.streamStep(request, signal);
  let step: ModelStep | null = null;
  let error: unknown = null;
  try {
    let next = await iterator.next();
    for (; !next.done; next = await iterator.next()) batches.push(next.value);
    step = next.value;
  } catch (caught) {
    error = caught;
  }
  const text = join(batches, "content");
  return { batches, text, reasoning: join(batches, "reasoning"), step, error };
}

function join(batches: ReadStep["batches"], type: "content" | "reasoning"): string {
  return batches
    .flat()
    .map((chunk) => (chunk.type === type ? chunk.content : ""))
    .join("");
}
