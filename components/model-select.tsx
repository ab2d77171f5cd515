"use client";

import { ChevronDown } from "lucide-react";
import type { ModelOption } from "./model-option";
import { useUiText } from "./ui-text-context";

export interface ModelSelectProps {
  readonly models: readonly ModelOption[];
  readonly value: string | null;
  readonly onChange: (modelId: string) => void;
}

export function ModelSelect({ models, value, onChange }: ModelSelectProps) {
  const text = useUiText();
  const toLabel = (model: ModelOption) => (model.isDemo ? text.demo.label : model.label);
  const [only] = models;
  if (only === undefined) return null;
  if (models.length === 1) {
    return (
      <p className="text-right text-xs leading-tight text-muted sm:text-sm">{toLabel(only)}</p>
    );
  }

  return (
    <div className="relative min-w-0 text-muted">
      <select
        aria-label={text.model}
        value={value ?? only.id}
        onChange={(event) => onChange(event.target.value)}
        className="h-11 w-full max-w-52 cursor-pointer appearance-none truncate rounded-full bg-transparent pr-8 pl-3 text-base hover:bg-surface sm:text-sm"
      >
        {models.map((model) => (
          <option key={model.id} value={model.id}>
            {toLabel(model)}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2"
      />
    </div>
  );
}
