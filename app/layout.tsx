import "./globals.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { requestLocale } from "@/components/request-locale";
import { toUiText } from "@/components/ui-text";
import { LocaleProvider } from "@/components/ui-text-context";

export async function generateMetadata(): Promise<Metadata> {
  const { description } = toUiText(await requestLocale());
  return { title: "여울 Yeoul", description };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fcfdfd" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1517" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await requestLocale();
  return (
    <html lang={locale}>
      <body>
        <LocaleProvider locale={locale}>{children}</LocaleProvider>
      </body>
    </html>
  );
}
