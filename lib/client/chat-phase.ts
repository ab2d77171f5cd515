import type { ChatStatus, UIMessage } from "ai";
import { getToolName, isToolUIPart } from "ai";
import type { ChatUIMessage } from "./chat-ui-message";

/** What the chat is doing, as one word for the whole page. */
export type ChatPhase =
  | "idle"
  | "waiting"
  | "thinking"
  | "using-tool"
  | "streaming"
  | "reconnecting"
  | "stopping"
  | "stopped"
  | "interrupted"
  | "failed";

export interface ChatPhaseInput {
  readonly status: ChatStatus;
  readonly lastMessage: ChatUIMessage | undefined;
  /** A live run is being looked for after a page load. */
  readonly isResuming: boolean;
  readonly isReconnecting: boolean;
  readonly isStopping: boolean;
}

const livePhases: readonly ChatPhase[] = [
  "waiting",
  "thinking",
  "using-tool",
  "streaming",
  "reconnecting",
  "stopping",
];

export function isLivePhase(phase: ChatPhase): boolean {
  return livePhases.includes(phase);
}

export function toChatPhase(input: ChatPhaseInput): ChatPhase {
  const { status, lastMessage } = input;
  const isLive = status === "submitted" || status === "streaming" || input.isResuming;
  if (!isLive) return status === "error" ? "failed" : toEndPhase(lastMessage);
  if (input.isStopping) return "stopping";
  if (input.isReconnecting) return "reconnecting";
  return status === "streaming" ? toStreamingPhase(lastMessage) : "waiting";
}

/** The tool that the answer waits for. */
export function toActiveToolName(message: UIMessage | undefined): string | null {
  const part = message?.role === "assistant" ? message.parts.at(-1) : undefined;
  if (part === undefined || !isToolUIPart(part)) return null;
  return part.state === "input-streaming" || part.state === "input-available"
    ? getToolName(part)
    : null;
}

function toEndPhase(message: ChatUIMessage | undefined): ChatPhase {
  const state = message?.role === "assistant" ? message.metadata?.state : undefined;
  return state === undefined || state === "completed" ? "idle" : state;
}

function toStreamingPhase(message: ChatUIMessage | undefined): ChatPhase {
  if (message?.role !== "assistant") return "waiting";
  if (toActiveToolName(message) !== null) return "using-tool";
  const part = message.parts.at(-1);
  if (part?.type === "reasoning") return "thinking";
  return part?.type === "text" ? "streaming" : "waiting";
}
