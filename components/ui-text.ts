import type { ChatPhase } from "@/lib/client/chat-phase";
import type { Locale } from "./locale";
import { en } from "./ui-text-en";
import { ko } from "./ui-text-ko";

export interface Suggestion {
  readonly title: string;
  readonly message: string;
}

export interface UiText {
  readonly description: string;
  readonly home: string;
  readonly newChat: string;
  readonly model: string;
  readonly conversation: string;
  readonly userSaid: string;
  readonly assistantSaid: string;
  readonly earlierMessages: string;
  readonly scrollToEnd: string;
  readonly input: {
    readonly label: string;
    readonly placeholder: string;
    readonly send: string;
    readonly stop: string;
    readonly hint: string;
  };
  readonly empty: {
    readonly greeting: string;
    readonly intro: string;
    readonly suggestionsLabel: string;
    readonly suggestions: readonly Suggestion[];
  };
  readonly demo: {
    readonly label: string;
    readonly title: string;
    readonly explanation: string;
    readonly configure: (variables: { key: string; url: string; file: string }) => string;
  };
  readonly phases: Record<ChatPhase, string>;
  readonly finished: string;
  readonly usingTool: (toolName: string) => string;
  readonly reasoning: { readonly live: string; readonly done: string };
  readonly tool: {
    readonly names: Readonly<Record<string, string>>;
    readonly running: string;
    readonly done: string;
    readonly failed: string;
    readonly input: string;
    readonly output: string;
    readonly error: string;
  };
  readonly outcomes: Readonly<Record<"stopped" | "interrupted" | "failed" | "length", string>>;
  readonly copy: string;
  readonly copied: string;
  readonly copyAnswer: string;
  readonly code: string;
  readonly task: { readonly done: string; readonly open: string };
  readonly image: (host: string) => string;
  readonly retry: string;
  readonly answerAgain: string;
  readonly requestId: string;
  readonly retryAfter: (seconds: number) => string;
  readonly errors: Readonly<Record<string, string>>;
  readonly unknownError: string;
  readonly notFound: { readonly title: string; readonly explanation: string };
  readonly pageError: { readonly title: string; readonly explanation: string };
}

const uiTexts = { en, ko } satisfies Record<Locale, UiText>;

export function toUiText(locale: Locale): UiText {
  return uiTexts[locale];
}
