"use client";

import { HomeLink } from "@/components/home-link";
import { PageNotice } from "@/components/page-notice";
import { useUiText } from "@/components/ui-text-context";

export default function NotFound() {
  const { notFound, newChat } = useUiText();
  return (
    <PageNotice {...notFound}>
      <HomeLink className="solid-button">{newChat}</HomeLink>
    </PageNotice>
  );
}
