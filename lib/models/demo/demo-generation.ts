import type {
  LanguageModelV4Content,
  LanguageModelV4GenerateResult,
  LanguageModelV4StreamPart,
} from "@ai-sdk/provider";
import type { DemoEvent } from "./demo-events";
import { DemoPace } from "./demo-pace";
import { toUsage } from "./demo-usage";

/** The whole answer at once; only the silences that were asked for take their time. */
export async function generateDemoAnswer(
  events: Iterable<DemoEvent>,
  abortSignal: AbortSignal = new AbortController().signal,
): Promise<LanguageModelV4GenerateResult> {
  const pace = new DemoPace(0);
  const content: LanguageModelV4Content[] = [];
  for (const event of events) {
    await pace.reach(event, abortSignal);
    abortSignal.throwIfAborted();
    if (event.type !== "part") continue;
    const { part } = event;
    if (part.type === "error") throw part.error;
    if (part.type === "finish") {
      const { finishReason, usage } = part;
      return { content, finishReason, usage, warnings: [] };
    }
    addTo(content, part);
  }
  return {
    content,
    finishReason: { unified: "interrupted", raw: undefined },
    usage: toUsage(0, { text: 0, reasoning: 0 }),
    warnings: [],
  };
}

function addTo(content: LanguageModelV4Content[], part: LanguageModelV4StreamPart): void {
  const last = content.at(-1);
  if (part.type === "tool-call") content.push(part);
  if (part.type === "text-start") content.push({ type: "text", text: "" });
  if (part.type === "reasoning-start") content.push({ type: "reasoning", text: "" });
  if (part.type === "text-delta" && last?.type === "text") last.text += part.delta;
  if (part.type === "reasoning-delta" && last?.type === "reasoning") last.text += part.delta;
}
