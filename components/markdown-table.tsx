import type { ReactNode } from "react";

/** Has no name on purpose: an answer with five tables must not add five landmarks to the page. */
export function MarkdownTable({ children }: { children: ReactNode }) {
  return (
    <div className="table-scroller" role="region" tabIndex={0}>
      <table>{children}</table>
    </div>
  );
}
