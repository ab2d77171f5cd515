"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { copyText } from "./copy-text";
import { useUiText } from "./ui-text-context";

export interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  readonly isLabelVisible?: boolean;
}

export function CopyButton({ text, label, isLabelVisible = false }: CopyButtonProps) {
  const uiText = useUiText();
  const [isCopied, setIsCopied] = useState(false);

  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [isCopied]);

  const handleClick = () => {
    void copyText(text).then(setIsCopied);
  };
  const Icon = isCopied ? Check : Copy;
  const shownLabel = isCopied ? uiText.copied : label;

  return (
    <button
      type="button"
      onClick={handleClick}
      className="quiet-button"
      aria-label={shownLabel}
      title={isLabelVisible ? undefined : shownLabel}
    >
      <Icon aria-hidden className="size-4" />
      {isLabelVisible && <span className="text-xs">{shownLabel}</span>}
      <span aria-live="polite" className="sr-only">
        {isCopied ? uiText.copied : ""}
      </span>
    </button>
  );
}
