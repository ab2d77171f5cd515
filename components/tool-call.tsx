"use client";

import type { DynamicToolUIPart, ToolUIPart } from "ai";
import { getToolName } from "ai";
import { Calculator, ChevronRight, Clock, Wrench } from "lucide-react";
import { useUiText } from "./ui-text-context";

const icons = { calculator: Calculator, current_time: Clock };

export interface ToolCallProps {
  readonly part: ToolUIPart | DynamicToolUIPart;
  /** Without it, a tool that has not answered never will. */
  readonly isLive: boolean;
}

export function ToolCall({ part, isLive }: ToolCallProps) {
  const text = useUiText();
  const toolName = getToolName(part);
  const state = toToolState(part.state, isLive);
  const Icon = isKnownTool(toolName) ? icons[toolName] : Wrench;

  return (
    <details className="fold">
      <summary>
        <Icon aria-hidden className="size-4 shrink-0" />
        <span className="font-medium text-ink">{text.tool.names[toolName] ?? toolName}</span>
        <span className={state === "running" ? "animate-breathe" : toStateClass(state)}>
          {text.tool[state]}
        </span>
        <ChevronRight aria-hidden className="fold-arrow size-4" />
      </summary>
      <dl className="ml-2 grid gap-2 border-l border-line py-1 pl-4 text-sm">
        <ToolValue label={text.tool.input} value={part.input} />
        {part.state === "output-available" && (
          <ToolValue label={text.tool.output} value={part.output} />
        )}
        {part.state === "output-error" && (
          <ToolValue label={text.tool.error} value={part.errorText} />
        )}
      </dl>
    </details>
  );
}

function ToolValue({ label, value }: { label: string; value: unknown }) {
  return (
    <div>
      <dt className="text-xs text-muted">{label}</dt>
      <dd className="font-mono text-[0.8125rem] whitespace-pre-wrap">
        {typeof value === "string" ? value : (JSON.stringify(value, null, 2) ?? "")}
      </dd>
    </div>
  );
}

type ToolState = "running" | "done" | "failed";

function toToolState(state: ToolCallProps["part"]["state"], isLive: boolean): ToolState {
  if (state === "output-available") return "done";
  return isLive && state !== "output-error" ? "running" : "failed";
}

function toStateClass(state: ToolState): string {
  return state === "failed" ? "text-danger" : "text-muted";
}

function isKnownTool(name: string): name is keyof typeof icons {
  return Object.hasOwn(icons, name);
}
