"use client";

import { DemoNotice } from "./demo-notice";
import { Logo } from "./logo";
import { useUiText } from "./ui-text-context";

export interface EmptyStateProps {
  readonly isDemo: boolean;
  readonly onSuggestion: (message: string) => void;
}

export function EmptyState({ isDemo, onSuggestion }: EmptyStateProps) {
  const { empty } = useUiText();
  return (
    <div className="fading-scroller min-h-0 flex-1 overflow-y-auto">
      <div className="column flex min-h-full flex-col justify-center gap-5 pt-2 pb-6 sm:gap-8">
        <div>
          <Logo className="mb-5 -ml-1 hidden size-11 text-accent sm:block" />
          <h2 className="text-[1.75rem] font-semibold sm:text-3xl tracking-tight text-balance">
            {empty.greeting}
          </h2>
          <p className="mt-1 text-pretty text-muted sm:mt-2">{empty.intro}</p>
        </div>
        <ul aria-label={empty.suggestionsLabel} className="grid gap-2.5 sm:grid-cols-2">
          {empty.suggestions.map(({ title, message }) => (
            <li key={title} className="flex">
              <button type="button" className="suggestion" onClick={() => onSuggestion(message)}>
                <span className="font-medium">{title}</span>
                <span className="text-sm text-muted">{message}</span>
              </button>
            </li>
          ))}
        </ul>
        {isDemo && <DemoNotice />}
      </div>
    </div>
  );
}
