"use client";

import type { ReactNode } from "react";
import { createContext, use } from "react";
import type { Locale } from "./locale";
import type { UiText } from "./ui-text";
import { toUiText } from "./ui-text";

const LocaleContext = createContext<Locale>("en");

export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext value={locale}>{children}</LocaleContext>;
}

export function useUiText(): UiText {
  return toUiText(use(LocaleContext));
}
