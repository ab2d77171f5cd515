import type { ChatTransport, UIMessageChunk } from "ai";
import type { ChatUIMessage } from "./chat-ui-message";
import { connect } from "./connect";
import type { ConnectionState } from "./follow-run";
import { followRun } from "./follow-run";
import type { RetryPolicy } from "./retry-policy";
import { resumeRetryPolicy, sendRetryPolicy } from "./retry-policy";
import { toReadableStream } from "./to-readable-stream";

export interface ChatTransportOptions {
  readonly baseUrl?: string;
  readonly sendPolicy?: RetryPolicy;
  readonly resumePolicy?: RetryPolicy;
  /** The server's heartbeats come every 15 s. */
  readonly silenceLimitMs?: number;
  readonly onConnectionChange?: (state: ConnectionState) => void;
  /** The server has taken the message: from here on the run is its business. */
  readonly onAccepted?: () => void;
  /** The chat that was to be resumed has no live run any more. */
  readonly onNothingToResume?: () => void;
}

const ignore = () => {};

/**
 * Carries chats over HTTP and comes back by itself whenever a connection ends before the run does.
 * An abort closes the connection only; the run goes on until it is stopped (`stopRun`).
 */
export function createChatTransport({
  baseUrl = "",
  sendPolicy = sendRetryPolicy,
  resumePolicy = resumeRetryPolicy,
  silenceLimitMs = 45_000,
  onConnectionChange = ignore,
  onAccepted = ignore,
  onNothingToResume = ignore,
}: ChatTransportOptions = {}): ChatTransport<ChatUIMessage> {
  const streamUrl = `${baseUrl}/api/chat/stream`;
  const handleRetry = () => onConnectionChange("reconnecting");

  function follow(first: Response, restart: Request, signal: AbortSignal) {
    return toReadableStream<UIMessageChunk>((closed) =>
      followRun(first, {
        resume: (lastEventId, requestSignal) =>
          fetch(`${streamUrl}?format=ui`, {
            headers: { "Last-Event-ID": lastEventId },
            signal: requestSignal,
          }),
        restart,
        signal: AbortSignal.any([signal, closed]),
        policy: resumePolicy,
        silenceLimitMs,
        onConnectionChange,
      }),
    );
  }

  return {
    resumeStreamIsReplay: true,

    async sendMessages({ chatId, messages, trigger, messageId, body, abortSignal }) {
      const signal = abortSignal ?? new AbortController().signal;
      const payload = JSON.stringify({ ...body, id: chatId, messages, trigger, messageId });
      let sends = 0;
      const send: Request = async (requestSignal) => {
        sends += 1;
        const response = await fetch(streamUrl, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: payload,
          signal: requestSignal,
        });
        const isRunningAlready = sends > 1 && response.status === 409;
        return isRunningAlready ? attach(chatId, requestSignal) : response;
      };
      const { response } = await connect(send, {
        policy: sendPolicy,
        signal,
        failures: 0,
        onRetry: handleRetry,
      });
      onAccepted();
      return follow(response, send, signal);
    },

    async reconnectToStream({ chatId, abortSignal }) {
      const signal = abortSignal ?? new AbortController().signal;
      const replay: Request = (requestSignal) => attach(chatId, requestSignal);
      const { response } = await connect(replay, {
        policy: resumePolicy,
        signal,
        failures: 0,
        onRetry: handleRetry,
      });
      onConnectionChange("connected");
      if (response.status === 204) {
        onNothingToResume();
        return null;
      }
      return follow(response, replay, signal);
    },
  };

  function attach(chatId: string, signal: AbortSignal): Promise<Response> {
    return fetch(`${baseUrl}/api/chat/${encodeURIComponent(chatId)}/stream`, { signal });
  }
}

type Request = (signal: AbortSignal) => Promise<Response>;
