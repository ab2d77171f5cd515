"use client";

import { ArrowDown } from "lucide-react";
import { memo, useEffect, useState } from "react";
import { useStickToBottom } from "use-stick-to-bottom";
import type { ChatPhase } from "@/lib/client/chat-phase";
import { isLivePhase } from "@/lib/client/chat-phase";
import type { ChatUIMessage } from "@/lib/client/chat-ui-message";
import { Message } from "./message";
import { Ripple } from "./ripple";
import { useUiText } from "./ui-text-context";

const pageSize = 40;

export interface MessageListProps {
  readonly messages: readonly ChatUIMessage[];
  readonly phase: ChatPhase;
  readonly onAnswerAgain: () => void;
}

export const MessageList = memo(function MessageList(props: MessageListProps) {
  const { messages, phase, onAnswerAgain } = props;
  const text = useUiText();
  const { scrollRef, contentRef, isAtBottom, scrollToBottom } = useStickToBottom({
    initial: "instant",
    resize: "instant",
  });
  const [firstShown, setFirstShown] = useState(() => Math.max(0, messages.length - pageSize));
  const isLive = isLivePhase(phase);
  const shown = messages.slice(firstShown);
  const lastUserMessageId = messages.findLast((message) => message.role === "user")?.id;

  useEffect(() => {
    void scrollToBottom("instant");
  }, [lastUserMessageId, scrollToBottom]);

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scrollRef}
        role="log"
        aria-label={text.conversation}
        aria-busy={isLive}
        tabIndex={0}
        className="fading-scroller h-full overflow-y-auto overscroll-contain"
      >
        <div ref={contentRef} className="column grid gap-5 pt-6 pb-2">
          {firstShown > 0 && (
            <button
              type="button"
              className="quiet-button mx-auto px-4 text-sm"
              onClick={() => setFirstShown(Math.max(0, firstShown - pageSize))}
            >
              {text.earlierMessages}
            </button>
          )}
          {shown.map((message, index) => {
            const isLast = index === shown.length - 1;
            return (
              <Message
                key={message.id}
                message={message}
                isLive={isLast && isLive}
                onAnswerAgain={isLast && !isLive ? onAnswerAgain : null}
              />
            );
          })}
          {phase === "waiting" && <Ripple />}
        </div>
      </div>
      {!isAtBottom && (
        <button
          type="button"
          className="scroll-button"
          onClick={() => void scrollToBottom()}
          aria-label={text.scrollToEnd}
          title={text.scrollToEnd}
        >
          <ArrowDown aria-hidden className="size-5" />
        </button>
      )}
    </div>
  );
});
