import type { ReactNode } from "react";

const homePath = "/";

export interface HomeLinkProps {
  readonly label?: string;
  readonly className: string;
  readonly children: ReactNode;
}

/**
 * Loads the page anew, on purpose: every visit gets a new chat from the server, and a chat that
 * began on this very page has the router believe that it is still there.
 */
export function HomeLink({ label, className, children }: HomeLinkProps) {
  return (
    <a href={homePath} className={className} aria-label={label} title={label}>
      {children}
    </a>
  );
}
