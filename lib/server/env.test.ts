import { describe, expect, it } from "vitest";
import { EnvError, listIneffective, parseEnv } from "./env";

const SECRET = "9f3b7c21aa";

/** The sentence with which a value is refused. */
function refusal(variables: Readonly<Record<string, string>>): string {
  try {
    parseEnv(variables);
  } catch (error) {
    if (error instanceof EnvError) return error.message;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("parseEnv", () => {
  it("has a default for everything that needs one", () => {
    expect(parseEnv({})).toEqual({
      OPENAI_MODELS: [],
      TEMPERATURE: 0.7,
      MAX_OUTPUT_TOKENS: 1000,
      DATA_DIR: ".data",
      ALLOWED_ORIGINS: [],
      CONNECT_TIMEOUT_MS: 10_000,
      FIRST_TOKEN_TIMEOUT_MS: 120_000,
      IDLE_TIMEOUT_MS: 60_000,
      LOG_LEVEL: "info",
      LOG_CONTENT: false,
      ACCESS_MODE: "open",
    });
  });

  it.each([
    ["OPENAI_API_KEY", "sk-proj-a_b.c", "sk-proj-a_b.c"],
    ["OPENAI_API_KEY", "sk-1\n", "sk-1"],
    ["OPENAI_BASE_URL", "http://127.0.0.1:11434/v1", "http://127.0.0.1:11434/v1"],
    ["OPENAI_BASE_URL", " https://provider.example/v1// ", "https://provider.example/v1"],
    ["OPENAI_API", "chat", "chat"],
    ["OPENAI_API", "responses", "responses"],
    ["OPENAI_MODELS", "qwen3:8b", ["qwen3:8b"]],
    ["OPENAI_MODELS", " b, ,a,", ["b", "a"]],
    ["SYSTEM_PROMPT", "한국어로 답해 주세요.", "한국어로 답해 주세요."],
    ["TEMPERATURE", "0", 0],
    ["TEMPERATURE", "2", 2],
    ["TEMPERATURE", " 0.35 ", 0.35],
    ["MAX_OUTPUT_TOKENS", "1", 1],
    ["MAX_OUTPUT_TOKENS", "128000", 128_000],
    ["CONNECT_TIMEOUT_MS", "1", 1],
    ["FIRST_TOKEN_TIMEOUT_MS", "3600000", 3_600_000],
    ["IDLE_TIMEOUT_MS", "500", 500],
    ["ALLOWED_ORIGINS", "https://A.example", ["https://a.example"]],
    [
      "ALLOWED_ORIGINS",
      "https://a.example:443/, http://localhost:5173",
      ["https://a.example", "http://localhost:5173"],
    ],
    ["LOG_LEVEL", "debug", "debug"],
    ["LOG_CONTENT", "true", true],
    ["LOG_CONTENT", "false", false],
    ["ACCESS_MODE", "open", "open"],
    ["DATA_DIR", "/data", "/data"],
  ])("takes %s=%j as %j", (name, text, value) => {
    expect(parseEnv({ [name]: text })).toMatchObject({ [name]: value });
  });

  it.each([
    ["OPENAI_API_KEY", `sk-${SECRET} ${SECRET}`],
    ["OPENAI_API_KEY", `sk-${SECRET}\n${SECRET}`],
    ["OPENAI_API_KEY", `키-${SECRET}`],
    ["OPENAI_BASE_URL", `${SECRET}:11434/v1`],
    ["OPENAI_BASE_URL", `ftp://${SECRET}/v1`],
    ["OPENAI_BASE_URL", `http://user:${SECRET}@host/v1`],
    ["OPENAI_BASE_URL", `http://host/v1?key=${SECRET}`],
    ["OPENAI_API", SECRET],
    ["OPENAI_API", "Chat"],
    ["SYSTEM_PROMPT", SECRET.repeat(5_001)],
    ["TEMPERATURE", SECRET],
    ["TEMPERATURE", "2.1"],
    ["TEMPERATURE", "-0.1"],
    ["TEMPERATURE", "Infinity"],
    ["TEMPERATURE", "0,7"],
    ["MAX_OUTPUT_TOKENS", "0"],
    ["MAX_OUTPUT_TOKENS", "10.5"],
    ["MAX_OUTPUT_TOKENS", "128001"],
    ["CONNECT_TIMEOUT_MS", "0"],
    ["FIRST_TOKEN_TIMEOUT_MS", "3600001"],
    ["IDLE_TIMEOUT_MS", "10s"],
    ["ALLOWED_ORIGINS", "*"],
    ["ALLOWED_ORIGINS", "null"],
    ["ALLOWED_ORIGINS", `https://*.${SECRET}.example`],
    ["ALLOWED_ORIGINS", `https://a.example, ${SECRET}`],
    ["LOG_LEVEL", SECRET],
    ["LOG_CONTENT", "yes"],
    ["ACCESS_MODE", SECRET],
    ["ACCESS_MODE", "password"],
    ["DATABASE_URL", `postgres://user:${SECRET}@host/db`],
    ["REDIS_URL", `redis://:${SECRET}@host`],
    ["DAILY_BUDGET_USD", "5"],
    ["ACCESS_PASSWORD", SECRET],
  ])("refuses %s=%j in a sentence that names it and not its value", (name, value) => {
    const sentence = refusal({ [name]: value });
    expect(sentence).toMatch(new RegExp(`^The environment is not valid\\. ${name}\\b.*: .+\\.$`));
    expect(sentence).not.toContain(SECRET);
  });

  it("names every variable that is wrong", () => {
    const sentence = refusal({ TEMPERATURE: "hot", LOG_LEVEL: "loud", REDIS_URL: "redis://host" });
    for (const name of ["TEMPERATURE", "LOG_LEVEL", "REDIS_URL"]) expect(sentence).toContain(name);
  });

  it.each(["", " ", "\t\n"])("takes a variable that is set to %j as not set", (blank) => {
    const names = Object.keys(parseEnv({}));
    const optional = ["OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_API", "SYSTEM_PROMPT"];
    const others = ["DATA_DIR", "SESSION_SECRET", "DATABASE_URL", "ACCESS_PASSWORD"];
    const variables = [...names, ...optional, ...others].map((name) => [name, blank]);
    expect(parseEnv(Object.fromEntries(variables))).toEqual(parseEnv({}));
  });

  it("does not mind the variables of others", () => {
    expect(parseEnv({ PATH: "/usr/bin", PORT: "80", NODE_ENV: undefined })).toEqual(parseEnv({}));
  });
});

describe("listIneffective", () => {
  it("tells which variables are set without effect", () => {
    expect(listIneffective(parseEnv({}))).toEqual([]);
    const variables = { METRICS_TOKEN: SECRET, TRUSTED_PROXIES: "1", TEMPERATURE: "1" };
    expect(listIneffective(parseEnv(variables))).toEqual(["TRUSTED_PROXIES", "METRICS_TOKEN"]);
  });
});
