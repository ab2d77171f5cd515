"use client";

import type { ReactNode } from "react";
import { Logo } from "./logo";

export interface PageNoticeProps {
  readonly title: string;
  readonly explanation: string;
  readonly children: ReactNode;
}

export function PageNotice({ title, explanation, children }: PageNoticeProps) {
  return (
    <main className="column flex min-h-dvh flex-col items-start justify-center gap-3 py-10">
      <Logo className="mb-3 -ml-1 size-11 text-accent" />
      <h1 className="text-2xl font-semibold tracking-tight text-balance">{title}</h1>
      <p className="text-muted">{explanation}</p>
      <div className="mt-3 flex flex-wrap gap-2">{children}</div>
    </main>
  );
}
