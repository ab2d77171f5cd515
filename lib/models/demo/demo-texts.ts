import type { DemoLanguage } from "./demo-conversation";
import type { EnvironmentVariable } from "./environment-variables";
import type { DemoTopic } from "./find-topic";
import { ENGLISH_TEXTS } from "./texts-en";
import { KOREAN_TEXTS } from "./texts-ko";

export interface DemoTime {
  readonly timeZone: string;
  /** Such as 2026-11-21. */
  readonly date: string;
  /** Such as 18:00:00. */
  readonly time: string;
  /** In English. */
  readonly weekday: string;
  readonly utcOffset: string;
}

/** Everything that the demo model says, in one language. */
export interface DemoTexts {
  readonly topics: Readonly<Record<DemoTopic, string>>;
  readonly commands: string;
  readonly markdownSample: string;
  readonly thoughts: string;
  readonly afterThoughts: string;
  readonly afterSlowStart: string;
  readonly beforeStall: string;
  readonly afterStall: string;
  fallback(quote: string): string;
  unknownCommand(name: string): string;
  environmentVariable(variable: EnvironmentVariable): string;
  calculated(expression: string, result: string): string;
  currentTime(time: DemoTime): string;
  toolAnswered(toolName: string, output: string): string;
  toolFailed(toolName: string, message: string): string;
  toolMissing(toolName: string): string;
  loopEnded(calls: number): string;
  longTextEnd(tokens: number): string;
}

export const DEMO_TEXTS: Readonly<Record<DemoLanguage, DemoTexts>> = {
  ko: KOREAN_TEXTS,
  en: ENGLISH_TEXTS,
};
