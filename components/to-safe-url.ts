const safeProtocols: readonly string[] = ["http:", "https:", "mailto:"];

/** The address if it is absolute and harmless, else nothing. */
export function toSafeUrl(value: string): string | undefined {
  if (!URL.canParse(value)) return undefined;
  return safeProtocols.includes(new URL(value).protocol) ? value : undefined;
}
