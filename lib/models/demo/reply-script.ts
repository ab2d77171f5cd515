import type { DemoConversation } from "./demo-conversation";
import { type DemoScript, type DemoStep, say, think } from "./demo-script";
import type { DemoTexts } from "./demo-texts";
import { findEnvironmentVariable } from "./environment-variables";
import { findExpression } from "./find-expression";
import { findTimeZones } from "./find-time-zones";
import { findTopic } from "./find-topic";
import { answerToolResults } from "./tool-answers";

const THINKING = /\bthink(?:ing)?\b|생각해|생각하/i;
const MARKDOWN = /\bmarkdown\b|마크다운/i;
const MAX_QUOTE_LENGTH = 80;
/** Patterns take more than linear time, so they see only the beginning of a long message. */
const MAX_READ_LENGTH = 2_000;

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

export function toReplyScript(conversation: DemoConversation, texts: DemoTexts): DemoScript {
  const { toolResults } = conversation;
  const text = conversation.text.slice(0, MAX_READ_LENGTH);
  if (toolResults.length > 0) return { steps: [say(answerToolResults(toolResults, texts))] };
  const isThinking = THINKING.test(text);
  const thoughts = isThinking ? [think(texts.thoughts)] : [];
  return {
    steps: [
      ...thoughts,
      ...(findToolCalls({ ...conversation, text }, texts) ?? [
        say(findAnswer(text, isThinking, texts)),
      ]),
    ],
  };
}

/** `null` when nothing was asked that a tool could answer. */
function findToolCalls(
  conversation: DemoConversation,
  texts: DemoTexts,
): readonly DemoStep[] | null {
  const { text, language, callableTools } = conversation;
  const expression = findExpression(text);
  const calls = [
    ...(expression === null ? [] : [{ toolName: "calculator", input: { expression } }]),
    ...findTimeZones(text, language).map((timeZone) => {
      return { toolName: "current_time", input: { timeZone } };
    }),
  ];
  if (calls.length === 0) return null;
  const possible = calls.filter(({ toolName }) => callableTools.has(toolName));
  if (possible.length > 0) return possible.map((call) => ({ type: "tool-call", ...call }));
  const missing = [...new Set(calls.map(({ toolName }) => toolName))];
  return [say(missing.map((toolName) => texts.toolMissing(toolName)).join("\n\n"))];
}

function findAnswer(text: string, isThinking: boolean, texts: DemoTexts): string {
  const variable = findEnvironmentVariable(text);
  if (variable !== null) return texts.environmentVariable(variable);
  if (MARKDOWN.test(text)) return texts.markdownSample;
  const topic = findTopic(text);
  if (topic !== null) return texts.topics[topic];
  return isThinking ? texts.afterThoughts : texts.fallback(quote(text));
}

function quote(text: string): string {
  const words = text.replaceAll(/[\s`]+/g, " ").trim();
  const shown = [...graphemes.segment(words.slice(0, 4 * MAX_QUOTE_LENGTH))];
  const isShort = shown.length <= MAX_QUOTE_LENGTH;
  if (isShort) return shown.map(({ segment }) => segment).join("");
  return `${shown
    .slice(0, MAX_QUOTE_LENGTH)
    .map(({ segment }) => segment)
    .join("")}…`;
}
