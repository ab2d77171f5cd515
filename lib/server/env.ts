import { z } from "zod";
import { LIMITS } from "@/lib/protocol/limits";

function list() {
  return z
    .string()
    .default("")
    .transform((text) => text.split(",").map((item) => item.trim()))
    .transform((items) => items.filter((item) => item !== ""));
}

function milliseconds(defaultMs: number) {
  return z.coerce
    .number("must be a number of milliseconds")
    .int()
    .min(1)
    .max(3_600_000)
    .default(defaultMs);
}

const originSchema = z
  .url({
    protocol: /^https?$/,
    hostname: /^[^*]+$/,
    error: "must be origins such as https://chat.example.com",
  })
  .transform((url) => new URL(url).origin);

/** In this version these change nothing; the start says so. */
const INEFFECTIVE = [
  "MAX_CONCURRENT_RUNS",
  "RATE_LIMIT_PER_MINUTE",
  "TRUSTED_PROXIES",
  "METRICS_TOKEN",
] as const;

/** Whoever sets one of these relies on it, so that starting without it would be a lie. */
const UNSUPPORTED = ["DATABASE_URL", "REDIS_URL", "DAILY_BUDGET_USD", "ACCESS_PASSWORD"] as const;

const optionalStrings = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, z.string().optional()])) as Record<
    Name,
    z.ZodOptional<z.ZodString>
  >;

const unsupportedStrings = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(
    names.map((name) => [
      name,
      z.undefined("is not supported by this version yet; remove it").optional(),
    ]),
  ) as Record<Name, z.ZodOptional<z.ZodUndefined>>;

/** Every environment variable that the application reads. A blank one counts as not set. */
export const envSchema = z.object({
  OPENAI_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, "must be ASCII without spaces")
    .optional(),
  OPENAI_BASE_URL: z
    .url({ protocol: /^https?$/, error: "must be a URL such as http://127.0.0.1:11434/v1" })
    .regex(/^[^@?#]+$/, "must have no credentials, query or fragment")
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  OPENAI_API: z.enum(["responses", "chat"]).optional(),
  OPENAI_MODELS: list(),
  SYSTEM_PROMPT: z.string().max(LIMITS.systemLength).optional(),
  TEMPERATURE: z.coerce
    .number("must be a number")
    .min(LIMITS.temperature.min)
    .max(LIMITS.temperature.max)
    .default(0.7),
  MAX_OUTPUT_TOKENS: z.coerce
    .number("must be a whole number")
    .int()
    .min(LIMITS.maxOutputTokens.min)
    .max(LIMITS.maxOutputTokens.max)
    .default(1000),
  DATA_DIR: z.string().default(".data"),
  SESSION_SECRET: z.string().optional(),
  ALLOWED_ORIGINS: list().pipe(z.array(originSchema)),
  CONNECT_TIMEOUT_MS: milliseconds(10_000),
  FIRST_TOKEN_TIMEOUT_MS: milliseconds(120_000),
  IDLE_TIMEOUT_MS: milliseconds(60_000),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  LOG_CONTENT: z
    .enum(["true", "false"])
    .default("false")
    .transform((text) => text === "true"),
  ACCESS_MODE: z.literal("open", "must be open: password is not supported yet").default("open"),
  ...optionalStrings(INEFFECTIVE),
  ...unsupportedStrings(UNSUPPORTED),
});

export type Env = z.output<typeof envSchema>;

/** Throws an `EnvError` whose message names every bad variable, without its value. */
export function parseEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const trimmed = Object.entries(variables).map(([name, value]) => [name, value?.trim()] as const);
  const set = trimmed.filter(([, value]) => value !== undefined && value !== "");
  const result = envSchema.safeParse(Object.fromEntries(set));
  if (result.success) return result.data;
  const sentences = result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new EnvError(`The environment is not valid. ${sentences.join(". ")}.`);
}

export class EnvError extends Error {
  override readonly name = "EnvError";
}

/** The variables that are set but change nothing in this version. */
export function listIneffective(env: Env): readonly string[] {
  return INEFFECTIVE.filter((name) => env[name] !== undefined);
}
