"use client";

import { memo } from "react";
import type { ChatUIMessage } from "@/lib/client/chat-ui-message";
import { AssistantPart } from "./assistant-part";
import { MessageActions } from "./message-actions";
import { MessageOutcome } from "./message-outcome";
import { toMessageText } from "./to-message-text";
import { useUiText } from "./ui-text-context";

export interface MessageProps {
  readonly message: ChatUIMessage;
  /** The answer is still being written. */
  readonly isLive: boolean;
  /** Only the last answer can be given again. */
  readonly onAnswerAgain: (() => void) | null;
}

export const Message = memo(function Message(props: MessageProps) {
  return props.message.role === "user" ? (
    <UserMessage message={props.message} />
  ) : (
    <AssistantMessage {...props} />
  );
});

function UserMessage({ message }: { message: ChatUIMessage }) {
  const text = useUiText();
  return (
    <article aria-label={text.userSaid} className="flex justify-end">
      <p className="max-w-[85%] rounded-3xl rounded-br-lg bg-bubble px-4 py-2.5 whitespace-pre-wrap">
        {toMessageText(message)}
      </p>
    </article>
  );
}

function AssistantMessage({ message, isLive, onAnswerAgain }: MessageProps) {
  const text = useUiText();
  const answer = toMessageText(message);
  const { metadata, parts } = message;
  const isEmpty = parts.every((part) => part.type === "step-start");
  const isExplainedBelow = onAnswerAgain !== null && metadata?.state === "failed";
  if (isEmpty && (isLive || isExplainedBelow)) return null;

  return (
    <article aria-label={text.assistantSaid} className="group">
      <div className="grid gap-3">
        {parts.map((part, index) => (
          <AssistantPart
            key={index}
            part={part}
            isLive={isLive}
            isTail={isLive && index === parts.length - 1}
          />
        ))}
        {!isLive && !isExplainedBelow && <MessageOutcome metadata={metadata} />}
      </div>
      <MessageActions isHidden={isLive} answer={answer} onAnswerAgain={onAnswerAgain} />
    </article>
  );
}
