"use client";

import { ChevronRight } from "lucide-react";
import { useUiText } from "./ui-text-context";

export interface ReasoningProps {
  readonly text: string;
  readonly isStreaming: boolean;
}

export function Reasoning({ text, isStreaming }: ReasoningProps) {
  const { reasoning } = useUiText();
  if (text.trim() === "") return null;
  return (
    <details className="fold">
      <summary>
        <ChevronRight aria-hidden className="fold-arrow size-4" />
        <span className={isStreaming ? "animate-breathe" : undefined}>
          {isStreaming ? reasoning.live : reasoning.done}
        </span>
      </summary>
      <p className="ml-2 border-l border-line py-1 pl-4 text-sm whitespace-pre-wrap text-muted">
        {text}
      </p>
    </details>
  );
}
