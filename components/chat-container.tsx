"use client";

import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { isLivePhase, toActiveToolName } from "@/lib/client/chat-phase";
import type { ChatUIMessage } from "@/lib/client/chat-ui-message";
import { useChatStream } from "@/lib/client/use-chat-stream";
import { ChatHeader } from "./chat-header";
import { EmptyState } from "./empty-state";
import { ErrorNotice } from "./error-notice";
import { MessageInput } from "./message-input";
import { MessageList } from "./message-list";
import type { ModelOption } from "./model-option";
import { PhaseIndicator } from "./phase-indicator";
import { useUiText } from "./ui-text-context";
import { useEscape } from "./use-escape";

export interface ChatContainerProps {
  readonly chatId: string;
  readonly initialMessages: ChatUIMessage[];
  readonly models: readonly ModelOption[];
  readonly defaultModelId: string | null;
  /** The chat has a live run. */
  readonly resume?: boolean;
}

export function ChatContainer(props: ChatContainerProps) {
  const { chatId, initialMessages, models, defaultModelId, resume = false } = props;
  const text = useUiText();
  const router = useRouter();
  const [draft, setDraft] = useState("");
  const [modelId, setModelId] = useState(defaultModelId);
  const onStale = useCallback(() => {
    if (resume) router.refresh();
    else window.location.reload();
  }, [resume, router]);
  const chat = useChatStream({ chatId, initialMessages, resume, defaultModelId, onStale });
  const { messages, phase, error, unsentText, send, stop, retry } = chat;
  const isLive = isLivePhase(phase);
  const isEmpty = messages.length === 0;

  const sendMessage = async (message: string) => {
    const isFirst = messages.length === 0;
    if (isFirst) window.history.replaceState(null, "", `/chat/${chatId}`);
    setDraft("");
    if ((await send(message, { model: modelId })) === "accepted") return;
    setDraft((current) => (current === "" ? message : current));
    if (isFirst) window.history.replaceState(null, "", "/");
  };
  const handleSend = (message: string) => void sendMessage(message);
  const handleAnswerAgain = useCallback(() => void retry(), [retry]);
  const handleRetry = () => {
    if (unsentText === null) void retry();
    else handleSend(draft.trim() === "" ? unsentText : draft);
  };

  useEscape(isLive && phase !== "stopping", stop);

  return (
    <div className="flex h-dvh flex-col">
      <ChatHeader models={models} value={modelId} onChange={setModelId} />
      <main className="flex min-h-0 flex-1 flex-col">
        <h1 className="sr-only">여울 Yeoul</h1>
        {isEmpty ? (
          <EmptyState
            isDemo={models.find((model) => model.id === modelId)?.isDemo ?? false}
            onSuggestion={handleSend}
          />
        ) : (
          <MessageList messages={messages} phase={phase} onAnswerAgain={handleAnswerAgain} />
        )}
        <section aria-label={text.input.label} className="column composer-area">
          <PhaseIndicator
            phase={phase}
            toolName={toActiveToolName(messages.at(-1))}
            hasAnswer={messages.at(-1)?.role === "assistant"}
          />
          {error !== null && <ErrorNotice failure={error} onRetry={handleRetry} />}
          <MessageInput
            draft={draft}
            onDraftChange={setDraft}
            onSend={handleSend}
            onStop={stop}
            isLive={isLive}
            isStopping={phase === "stopping"}
          />
        </section>
      </main>
    </div>
  );
}
