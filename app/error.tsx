"use client";

import { useEffect } from "react";
import { HomeLink } from "@/components/home-link";
import { PageNotice } from "@/components/page-notice";
import { useUiText } from "@/components/ui-text-context";

export interface PageErrorProps {
  readonly error: unknown;
  readonly retry: () => void;
}

export default function PageError({ error, retry }: PageErrorProps) {
  const { pageError, retry: retryLabel, newChat } = useUiText();

  useEffect(() => {
    console.error(error);
  }, [error]);

  return (
    <PageNotice {...pageError}>
      <button type="button" className="solid-button" onClick={retry}>
        {retryLabel}
      </button>
      <HomeLink className="quiet-button">{newChat}</HomeLink>
    </PageNotice>
  );
}
