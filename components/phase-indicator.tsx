"use client";

import type { ChatPhase } from "@/lib/client/chat-phase";
import { isLivePhase } from "@/lib/client/chat-phase";
import { useUiText } from "./ui-text-context";

export interface PhaseIndicatorProps {
  readonly phase: ChatPhase;
  readonly toolName: string | null;
  readonly hasAnswer: boolean;
}

/** Says what is going on, once per change. How an answer ended is shown with the answer. */
export function PhaseIndicator({ phase, toolName, hasAnswer }: PhaseIndicatorProps) {
  const text = useUiText();
  const isLive = isLivePhase(phase);
  const isTool = phase === "using-tool" && toolName !== null;
  const label = isTool
    ? text.usingTool(text.tool.names[toolName] ?? toolName)
    : phase === "idle" && hasAnswer
      ? text.finished
      : text.phases[phase];

  return (
    <div role="status" className="flex h-7 items-center px-4 text-sm text-muted">
      <span className={isLive ? "phase-dot" : "hidden"} data-phase={phase} aria-hidden />
      <span className={isLive ? undefined : "sr-only"}>{label}</span>
    </div>
  );
}
