"use client";

import { RotateCcw } from "lucide-react";
import { CopyButton } from "./copy-button";
import { useUiText } from "./ui-text-context";

export interface MessageActionsProps {
  readonly answer: string;
  readonly onAnswerAgain: (() => void) | null;
  /** Keeps its place while hidden, so that nothing moves when the answer ends. */
  readonly isHidden: boolean;
}

export function MessageActions({ answer, onAnswerAgain, isHidden }: MessageActionsProps) {
  const text = useUiText();
  const isLast = onAnswerAgain !== null;
  const visibility = isHidden ? "invisible" : isLast ? "" : "message-actions-quiet";

  return (
    <div className={`-ml-3 flex h-11 items-center text-muted ${visibility}`}>
      {answer !== "" && <CopyButton text={answer} label={text.copyAnswer} />}
      {isLast && (
        <button
          type="button"
          className="quiet-button"
          onClick={onAnswerAgain}
          aria-label={text.answerAgain}
          title={text.answerAgain}
        >
          <RotateCcw aria-hidden className="size-4" />
        </button>
      )}
    </div>
  );
}
