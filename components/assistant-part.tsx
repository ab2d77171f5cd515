"use client";

import { isToolUIPart } from "ai";
import { memo } from "react";
import type { ChatUIMessage } from "@/lib/client/chat-ui-message";
import { Markdown } from "./markdown";
import { Reasoning } from "./reasoning";
import { ToolCall } from "./tool-call";

export interface AssistantPartProps {
  readonly part: ChatUIMessage["parts"][number];
  readonly isLive: boolean;
  /** The part at which the answer is being written. */
  readonly isTail: boolean;
}

export const AssistantPart = memo(function AssistantPart({
  part,
  isLive,
  isTail,
}: AssistantPartProps) {
  if (part.type === "text") return <Markdown text={part.text} isStreaming={isTail} />;
  if (part.type === "reasoning") return <Reasoning text={part.text} isStreaming={isTail} />;
  return isToolUIPart(part) ? <ToolCall part={part} isLive={isLive} /> : null;
});
