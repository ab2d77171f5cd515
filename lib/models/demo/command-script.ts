import type { DemoConversation } from "./demo-conversation";
import { type DemoScript, say } from "./demo-script";
import type { DemoTexts } from "./demo-texts";
import { readLongText } from "./long-text";
import { readTokens } from "./read-tokens";
import { answerToolResults } from "./tool-answers";

const COMMAND = /^\/([a-z]+)(?:[^\S\n]+(.*))?(?:\n|$)/;
const ECHO = /^\/echo(?:\s([\s\S]*))?$/;

const MAX_SECONDS = 600;
const MAX_TOKENS = 200_000;
const MAX_TOKENS_PER_SECOND = 100_000;
const DEFAULT_LONG_TOKENS_PER_SECOND = 50;

/** `null` when the message is no command. A command is the message's first line. */
export function toCommandScript(
  conversation: DemoConversation,
  texts: DemoTexts,
  tokensPerSecond: number,
): DemoScript | null {
  const echo = ECHO.exec(conversation.text);
  if (echo !== null) return { steps: [say(echo[1] ?? "")], isExactLength: true };

  const [, name, rest = ""] = COMMAND.exec(conversation.text.trimStart()) ?? [];
  if (name === undefined) return null;
  const words = rest.split(/\s+/).filter((word) => word !== "");
  const first = (count: number) => ({
    type: "text" as const,
    tokens: readLongText().take(count),
  });

  switch (name) {
    case "help":
      return { steps: [say(texts.commands)] };
    case "slow":
      return { steps: [silence(words[0], 5), say(texts.afterSlowStart)] };
    case "stall":
      return { steps: [say(texts.beforeStall), silence(words[0], 60), say(texts.afterStall)] };
    case "hang":
      return { steps: [], opening: "hangs" };
    case "error":
      return words[0] === "after"
        ? {
            steps: [first(toCount(words[1], 20, MAX_TOKENS)), { type: "failure" }],
            isExactLength: true,
          }
        : { steps: [], opening: "fails" };
    case "cut":
      return {
        steps: [first(toCount(words[0], 20, MAX_TOKENS)), { type: "cut" }],
        isExactLength: true,
      };
    case "long":
      return toLongScript(words, texts, tokensPerSecond);
    case "loop":
      return toLoopScript(conversation, texts);
    case "tool":
      return toToolErrorScript(conversation, texts);
    default:
      return { steps: [say(texts.unknownCommand(`/${name}`))] };
  }
}

function toLongScript(
  words: readonly string[],
  texts: DemoTexts,
  tokensPerSecond: number,
): DemoScript {
  const count = toCount(words[0], 4_000, MAX_TOKENS);
  const ending = [...readTokens(texts.longTextEnd(count))];
  const bodyLength = Math.max(count - ending.length, 0);
  const defaultRate = tokensPerSecond === 0 ? 0 : DEFAULT_LONG_TOKENS_PER_SECOND;
  return {
    steps: [
      { type: "text", tokens: readLongText().take(bodyLength) },
      { type: "text", tokens: ending.slice(0, count - bodyLength) },
    ],
    tokensPerSecond: toCount(words[1], defaultRate, MAX_TOKENS_PER_SECOND),
    isExactLength: true,
  };
}

function toLoopScript(conversation: DemoConversation, texts: DemoTexts): DemoScript {
  const { callableTools, toolResults } = conversation;
  if (!callableTools.has("calculator")) {
    return { steps: [say(texts.loopEnded(toolResults.length))] };
  }
  const input = { expression: `${toolResults.length} + 1` };
  return { steps: [{ type: "tool-call", toolName: "calculator", input }] };
}

function toToolErrorScript(conversation: DemoConversation, texts: DemoTexts): DemoScript {
  const { callableTools, toolResults } = conversation;
  if (toolResults.length > 0) return { steps: [say(answerToolResults(toolResults, texts))] };
  if (!callableTools.has("calculator")) return { steps: [say(texts.toolMissing("calculator"))] };
  return {
    steps: [{ type: "tool-call", toolName: "calculator", input: { expression: "1/0" } }],
  };
}

function silence(seconds: string | undefined, byDefault: number) {
  return { type: "silence", ms: toNumber(seconds, byDefault, MAX_SECONDS) * 1_000 } as const;
}

function toCount(word: string | undefined, byDefault: number, max: number): number {
  return Math.floor(toNumber(word, byDefault, max));
}

function toNumber(word: string | undefined, byDefault: number, max: number): number {
  const number = Number(word ?? byDefault);
  return Number.isFinite(number) ? Math.min(Math.max(number, 0), max) : byDefault;
}
