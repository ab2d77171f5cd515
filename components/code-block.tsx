"use client";

import type { ReactElement, ReactNode } from "react";
import { isValidElement } from "react";
import { CopyButton } from "./copy-button";
import { useUiText } from "./ui-text-context";

/** `children` is the `code` element that markdown makes of a fenced or indented block. */
export function CodeBlock({ children }: { children: ReactNode }) {
  const text = useUiText();
  const code = isCodeElement(children) ? children.props : {};
  const language = /language-(\S+)/.exec(code.className ?? "")?.[1];
  const source = toSource(code.children);

  return (
    <div className="code-block">
      <div className="flex items-center justify-between pl-4 text-muted">
        <span className="text-xs">{language ?? text.code}</span>
        <CopyButton text={source} label={text.copy} isLabelVisible />
      </div>
      <pre tabIndex={0} aria-label={language ?? text.code}>
        <code>{source}</code>
      </pre>
    </div>
  );
}

interface CodeProps {
  readonly className?: string;
  readonly children?: ReactNode;
}

function isCodeElement(node: ReactNode): node is ReactElement<CodeProps> {
  return isValidElement(node);
}

function toSource(children: ReactNode): string {
  const pieces = Array.isArray(children) ? children : [children];
  const source = pieces.filter((piece) => typeof piece === "string").join("");
  return source.replace(/\n$/, "");
}
