import type { ReactNode } from "react";

export interface MarkdownLinkProps {
  readonly href: string | undefined;
  readonly children: ReactNode;
}

export function MarkdownLink({ href, children }: MarkdownLinkProps) {
  if (href === undefined || href === "") return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}
