/** Bounds on what a client may send. Lengths in UTF-16 code units. */
export const LIMITS = {
  bodyBytes: 4 * 1024 * 1024,
  jsonDepth: 32,
  jsonValues: 100_000,
  idLength: 128,
  modelNameLength: 200,
  messageLength: 200_000,
  systemLength: 50_000,
  historyMessages: 1_000,
  partsPerMessage: 500,
  temperature: { min: 0, max: 2 },
  maxOutputTokens: { min: 1, max: 128_000 },
} as const;
