"use client";

import { useUiText } from "./ui-text-context";

const names = { key: "OPENAI_API_KEY", url: "OPENAI_BASE_URL", file: ".env.local" };

export function DemoNotice() {
  const { demo } = useUiText();
  return (
    <aside className="rounded-2xl bg-accent-soft px-4 py-3 text-sm">
      <p className="font-medium">{demo.title}</p>
      <p className="mt-1 text-muted">
        {demo.explanation} {demo.configure(names)}
      </p>
    </aside>
  );
}
