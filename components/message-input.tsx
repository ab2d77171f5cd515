"use client";

import { ArrowUp, Square } from "lucide-react";
import type { KeyboardEvent, MouseEvent } from "react";
import { useEffect, useLayoutEffect, useRef } from "react";
import { toEnterMeaning } from "./enter-meaning";
import { useUiText } from "./ui-text-context";

export interface MessageInputProps {
  readonly draft: string;
  readonly onDraftChange: (draft: string) => void;
  readonly onSend: (text: string) => void;
  readonly onStop: () => void;
  readonly isLive: boolean;
  readonly isStopping: boolean;
}

export function MessageInput(props: MessageInputProps) {
  const { draft, onDraftChange, onSend, onStop, isLive, isStopping } = props;
  const { input } = useUiText();
  const textarea = useRef<HTMLTextAreaElement>(null);
  const lastCompositionEndMs = useRef(Number.NEGATIVE_INFINITY);
  const canSend = !isLive && draft.trim() !== "";

  useLayoutEffect(() => {
    if (textarea.current === null) return;
    textarea.current.style.height = "0";
    textarea.current.style.height = `${textarea.current.scrollHeight}px`;
  }, [draft]);

  useEffect(() => {
    if (textarea.current === null) return;
    if (textarea.current.value !== "") onDraftChange(textarea.current.value);
    focusWithMouse(textarea.current);
  }, [onDraftChange]);

  useEffect(() => {
    if (isLive && document.activeElement === document.body) focusWithMouse(textarea.current);
  }, [isLive]);

  const send = () => {
    if (!canSend) return;
    onSend(draft);
    focusWithMouse(textarea.current);
  };

  const handleKeyDown = (event: KeyboardEvent) => {
    const { key, keyCode, shiftKey, nativeEvent, timeStamp } = event;
    const press = { key, keyCode, shiftKey, timeStamp, isComposing: nativeEvent.isComposing };
    const meaning = toEnterMeaning(press, lastCompositionEndMs.current);
    if (meaning === "other" || press.isComposing) return;
    event.preventDefault();
    if (meaning === "send") send();
  };

  const handleButton = (event: MouseEvent) => {
    const isSecondOfDoubleClick = event.detail > 1;
    if (!isLive) send();
    else if (!isSecondOfDoubleClick) onStop();
  };

  const Icon = isLive ? Square : ArrowUp;
  const label = isLive ? input.stop : input.send;
  return (
    <form className="composer" onSubmit={(event) => event.preventDefault()}>
      <textarea
        ref={textarea}
        rows={1}
        value={draft}
        onChange={(event) => onDraftChange(event.target.value)}
        onKeyDown={handleKeyDown}
        onCompositionEnd={(event) => {
          lastCompositionEndMs.current = event.timeStamp;
        }}
        aria-label={input.label}
        aria-describedby="message-input-hint"
        placeholder={input.placeholder}
        enterKeyHint="send"
        autoComplete="off"
      />
      <span id="message-input-hint" className="sr-only">
        {input.hint}
      </span>
      <button
        type="button"
        onClick={handleButton}
        disabled={isLive ? isStopping : !canSend}
        aria-label={label}
        title={label}
        className="composer-button"
      >
        <Icon aria-hidden className={isLive ? "size-4 fill-current" : "size-5"} />
      </button>
    </form>
  );
}

/** On a touch screen, focus would raise the keyboard over what is being read. */
function focusWithMouse(textarea: HTMLTextAreaElement | null): void {
  if (window.matchMedia("(pointer: fine)").matches) textarea?.focus();
}
