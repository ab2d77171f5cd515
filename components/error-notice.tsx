"use client";

import { CircleAlert } from "lucide-react";
import type { ChatFailure } from "@/lib/client/chat-failure";
import { useUiText } from "./ui-text-context";

export interface ErrorNoticeProps {
  readonly failure: ChatFailure;
  readonly onRetry: () => void;
}

export function ErrorNotice({ failure, onRetry }: ErrorNoticeProps) {
  const text = useUiText();
  const { code, message, requestId, retryAfterSeconds } = failure;
  const explanation = text.errors[code] ?? (message === "" ? text.unknownError : message);

  return (
    <div
      role="alert"
      className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-2xl border border-danger/30 bg-danger-soft py-1.5 pr-1.5 pl-4"
    >
      <CircleAlert aria-hidden className="size-5 shrink-0 text-danger" />
      <div className="min-w-40 flex-1 py-1.5 text-sm">
        <p>
          {explanation}
          {retryAfterSeconds !== null && <> {text.retryAfter(Math.ceil(retryAfterSeconds))}</>}
        </p>
        {requestId !== null && (
          <p className="mt-0.5 text-xs text-muted">
            {text.requestId} <code className="select-all">{requestId}</code>
          </p>
        )}
      </div>
      <button
        type="button"
        className="quiet-button px-4 text-sm font-medium text-ink"
        onClick={onRetry}
      >
        {text.retry}
      </button>
    </div>
  );
}
