"use client";

import { useChat } from "@ai-sdk/react";
import type { ChatStatus } from "ai";
import { useCallback, useEffect, useRef, useState } from "react";
import type { ChatFailure } from "./chat-failure";
import { toChatFailure } from "./chat-failure";
import type { ChatPhase } from "./chat-phase";
import { toChatPhase } from "./chat-phase";
import { ChatRequestError } from "./chat-request-error";
import { createChatTransport } from "./chat-transport";
import type { ChatUIMessage } from "./chat-ui-message";
import { createId } from "./create-id";
import type { ConnectionState } from "./follow-run";
import { Listeners } from "./listeners";
import { toStoppedMessages } from "./to-stopped-messages";
import { useRunStop } from "./use-run-stop";

export interface ChatStreamOptions {
  readonly chatId: string;
  readonly initialMessages: ChatUIMessage[];
  /** The chat has a live run to join. */
  readonly resume: boolean;
  readonly defaultModelId: string | null;
  /** The run has ended elsewhere: what the server holds is newer than `messages`. */
  readonly onStale: () => void;
}

/** `rejected`: the server has not taken the message, and it is gone from `messages` again. */
export type SendOutcome = "accepted" | "rejected";

export interface ChatStream {
  readonly messages: ChatUIMessage[];
  readonly status: ChatStatus;
  readonly phase: ChatPhase;
  readonly error: ChatFailure | null;
  /** The text that the server has not taken. */
  readonly unsentText: string | null;
  readonly send: (text: string, options: { model: string | null }) => Promise<SendOutcome>;
  readonly stop: () => void;
  readonly retry: () => Promise<SendOutcome>;
}

type TransportEvent = ConnectionState | "accepted" | "nothing-to-resume";

interface UnsentMessage {
  readonly id: string;
  readonly text: string;
}

export function useChatStream(options: ChatStreamOptions): ChatStream {
  const { chatId, initialMessages, resume, defaultModelId, onStale } = options;
  const [isReconnecting, setIsReconnecting] = useState(false);
  const [isResuming, setIsResuming] = useState(resume);
  const runStop = useRunStop(chatId);
  const [unsent, setUnsent] = useState<UnsentMessage | null>(null);
  const [events] = useState(() => new Listeners<TransportEvent>());
  const model = useRef(defaultModelId);

  const [transport] = useState(() =>
    createChatTransport({
      onConnectionChange: (state) => events.emit(state),
      onAccepted: () => events.emit("accepted"),
      onNothingToResume: () => events.emit("nothing-to-resume"),
    }),
  );

  const { repeat: repeatStop, finish: finishStop } = runStop;
  useEffect(
    () =>
      events.add((event) => {
        if (event === "accepted") repeatStop();
        else if (event === "nothing-to-resume") {
          setIsResuming(false);
          onStale();
        } else setIsReconnecting(event === "reconnecting");
      }),
    [events, onStale, repeatStop],
  );

  const handleEnd = () => {
    setIsReconnecting(false);
    setIsResuming(false);
    finishStop();
  };

  const chat = useChat<ChatUIMessage>({
    id: chatId,
    messages: initialMessages,
    transport,
    resume,
    throttle: 50,
    onError: handleEnd,
    onFinish: handleEnd,
  });
  const { messages, status, setMessages, sendMessage, regenerate, resumeStream } = chat;

  const send = useCallback(
    async (text: string, sendOptions: { model: string | null }): Promise<SendOutcome> => {
      model.current = sendOptions.model;
      const id = unsent?.text === text ? unsent.id : createId();
      setUnsent(null);
      const outcome = await toOutcome(events, () =>
        sendMessage(
          { id, role: "user", parts: [{ type: "text", text }] },
          { body: toModelBody(model.current) },
        ),
      );
      if (outcome === "rejected") {
        setMessages((current) => current.filter((message) => message.id !== id));
        setUnsent({ id, text });
      }
      return outcome;
    },
    [events, sendMessage, setMessages, unsent],
  );

  const retry = useCallback(async (): Promise<SendOutcome> => {
    if (unsent !== null) return send(unsent.text, { model: model.current });
    const isLost = chat.error instanceof ChatRequestError && chat.error.code === "connection-lost";
    if (isLost) {
      void resumeStream();
      return "accepted";
    }
    const outcome = await toOutcome(events, () => regenerate({ body: toModelBody(model.current) }));
    if (outcome === "rejected") setMessages(messages);
    return outcome;
  }, [chat.error, events, messages, regenerate, resumeStream, send, setMessages, unsent]);

  const startStop = runStop.start;
  const stopConnection = chat.stop;
  const stop = useCallback(() => {
    startStop(() => {
      void stopConnection().then(() => setMessages(toStoppedMessages));
    });
  }, [setMessages, startStop, stopConnection]);

  const lastMessage = messages.at(-1);
  const { isStopping } = runStop;
  return {
    messages,
    status,
    phase: toChatPhase({ status, lastMessage, isResuming, isReconnecting, isStopping }),
    error: toChatFailure({ status, error: chat.error, lastMessage }),
    unsentText: unsent?.text ?? null,
    send,
    stop,
    retry,
  };
}

/** Resolves as soon as the server has taken the request, or when it has come to an end without. */
function toOutcome(
  events: Listeners<TransportEvent>,
  request: () => Promise<void>,
): Promise<SendOutcome> {
  return new Promise((resolve, reject) => {
    const stopListening = events.add((event) => {
      if (event === "accepted") resolve("accepted");
    });
    request()
      .then(() => resolve("rejected"), reject)
      .finally(stopListening);
  });
}

function toModelBody(model: string | null): { model?: string } {
  return model === null ? {} : { model };
}
