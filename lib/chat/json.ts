/** Any value that survives `JSON.parse(JSON.stringify(value))` (RFC 8259). */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** A string as it is, any other value as JSON. */
export function toText(value: JsonValue): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
