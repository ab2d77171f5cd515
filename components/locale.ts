export type Locale = "en" | "ko";

/** Picks the language that an `Accept-Language` header (RFC 9110) likes best. */
export function toLocale(acceptLanguage: string | null): Locale {
  const ranked = (acceptLanguage ?? "")
    .split(",")
    .map(toPreference)
    .filter((preference) => preference.weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  for (const { language } of ranked) {
    if (language === "ko" || language === "en") return language;
  }
  return "en";
}

function toPreference(entry: string): { language: string; weight: number } {
  const [tag = "", ...parameters] = entry.split(";").map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith("q="));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return { language: tag.split("-")[0] ?? "", weight: Number.isFinite(weight) ? weight : 0 };
}
