import type { LanguageModelV4, LanguageModelV4CallOptions } from "@ai-sdk/provider";
import { readDemoEvents } from "./demo-events";
import { createDemoFailure } from "./demo-failure";
import { generateDemoAnswer } from "./demo-generation";
import type { DemoScript } from "./demo-script";
import { createDemoStream } from "./demo-stream";
import { estimatePromptTokens } from "./demo-usage";
import { toDemoScript } from "./to-demo-script";

const MODEL_ID = "demo";

export interface DemoModelOptions {
  /** 0 is as fast as possible. */
  readonly tokensPerSecond?: number;
  readonly firstTokenDelayMs?: number;
}

/** Lets the application be tried without a provider. It follows scripts and says so. */
export function createDemoModel(options: DemoModelOptions = {}): LanguageModelV4 {
  const { tokensPerSecond = 40, firstTokenDelayMs = 250 } = options;

  function open(callOptions: LanguageModelV4CallOptions): DemoScript {
    callOptions.abortSignal?.throwIfAborted();
    const script = toDemoScript(callOptions, tokensPerSecond);
    if (script.opening === "fails") throw createDemoFailure();
    return script;
  }

  return {
    specificationVersion: "v4",
    provider: "yeoul",
    modelId: MODEL_ID,
    supportedUrls: {},
    async doStream(callOptions) {
      const script = open(callOptions);
      const steps = [{ type: "silence", ms: firstTokenDelayMs } as const, ...script.steps];
      const stream = createDemoStream(
        readAll({ ...script, steps }, callOptions),
        script.tokensPerSecond ?? tokensPerSecond,
        callOptions.abortSignal,
      );
      return { stream };
    },
    async doGenerate(callOptions) {
      return generateDemoAnswer(readAll(open(callOptions), callOptions), callOptions.abortSignal);
    },
  };
}

function* readAll(script: DemoScript, callOptions: LanguageModelV4CallOptions) {
  if (script.opening === "hangs") yield { type: "silence", ms: Infinity } as const;
  yield* readDemoEvents(script, {
    modelId: MODEL_ID,
    promptTokens: estimatePromptTokens(callOptions.prompt),
    maxTokens: script.isExactLength ? Infinity : (callOptions.maxOutputTokens ?? Infinity),
  });
}
