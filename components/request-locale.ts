import { headers } from "next/headers";
import type { Locale } from "./locale";
import { toLocale } from "./locale";

export async function requestLocale(): Promise<Locale> {
  return toLocale((await headers()).get("Accept-Language"));
}
