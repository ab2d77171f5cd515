"use client";

import { Image as ImageIcon } from "lucide-react";
import { useUiText } from "./ui-text-context";

export interface MarkdownImageProps {
  readonly src: string | Blob | undefined;
  readonly alt: string | undefined;
}

/** Never loads anything: an image's address can carry away what was said. */
export function MarkdownImage({ src, alt }: MarkdownImageProps) {
  const text = useUiText();
  const url = typeof src === "string" && URL.canParse(src) ? new URL(src) : null;
  if (url === null) return alt ? <span>{alt}</span> : null;
  const label = text.image(url.host);

  return (
    <a
      href={url.href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="my-1 inline-flex max-w-full items-center gap-2 rounded-xl border border-line bg-surface px-3 py-2 align-middle text-sm no-underline!"
    >
      <ImageIcon aria-hidden className="size-4 shrink-0 text-muted" />
      <span className="min-w-0">{alt ? `${alt} · ${label}` : label}</span>
    </a>
  );
}
