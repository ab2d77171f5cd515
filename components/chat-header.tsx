"use client";

import { SquarePen } from "lucide-react";
import { HomeLink } from "./home-link";
import { Logo } from "./logo";
import type { ModelSelectProps } from "./model-select";
import { ModelSelect } from "./model-select";
import { useUiText } from "./ui-text-context";

export function ChatHeader(props: ModelSelectProps) {
  const text = useUiText();
  return (
    <header className="chat-header">
      <HomeLink label={text.home} className="quiet-button px-3 font-semibold text-ink">
        <Logo className="size-5 text-accent" />
        <span>
          여울 <span className="hidden font-normal text-muted min-[24rem]:inline">Yeoul</span>
        </span>
      </HomeLink>
      <div className="flex min-w-0 items-center gap-1">
        <ModelSelect {...props} />
        <HomeLink label={text.newChat} className="quiet-button text-ink">
          <SquarePen aria-hidden className="size-5" />
        </HomeLink>
      </div>
    </header>
  );
}
