"use client";

import type { ChatMessageMetadata } from "@/lib/client/chat-ui-message";
import { useUiText } from "./ui-text-context";

/** One quiet line below an answer that is not whole. */
export function MessageOutcome({ metadata }: { metadata: ChatMessageMetadata | undefined }) {
  const { outcomes } = useUiText();
  const outcome = toOutcome(metadata);
  return outcome === null ? null : <p className="text-sm text-muted">{outcomes[outcome]}</p>;
}

function toOutcome(
  metadata: ChatMessageMetadata | undefined,
): "stopped" | "interrupted" | "failed" | "length" | null {
  const state = metadata?.state;
  if (state !== undefined && state !== "completed") return state;
  return metadata?.finishReason === "length" ? "length" : null;
}
