import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EnvError, envSchema, listIneffective, parseEnv } from "./env";

const text = readFileSync(new URL("../../.env.local.example", import.meta.url), "utf8");
const [inEffect = "", notYet = ""] = text.split("# --- Not in this version yet ---");

/** `# NAME=default`, line by line. */
function readVariables(section: string): ReadonlyMap<string, string> {
  const lines = section.matchAll(/^# ([A-Z][A-Z_]*)=(.*)$/gm);
  return new Map(Array.from(lines, ([, name = "", value = ""]) => [name, value]));
}

/** Read by `npm start`, not by the application. */
const OF_START = ["PORT", "HOSTNAME"];

function hasEffect(name: string): boolean {
  try {
    return listIneffective(parseEnv({ [name]: "1" })).length === 0;
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    return !error.message.includes("not supported by this version");
  }
}

describe(".env.local.example", () => {
  it("names exactly the variables that are read", () => {
    const names = [...readVariables(text).keys()];
    expect(names.toSorted()).toEqual([...Object.keys(envSchema.shape), ...OF_START].toSorted());
  });

  it("names each variable once", () => {
    const names = text.match(/^# [A-Z][A-Z_]*=/gm) ?? [];
    expect(names).toHaveLength(readVariables(text).size);
  });

  it("shows each default as it is", () => {
    const variables = readVariables(inEffect);
    const set = (value: string | undefined) => value !== "" && value !== undefined;
    const defaults = parseEnv({});
    expect(parseEnv(Object.fromEntries(variables))).toEqual(defaults);
    const withDefault = Object.keys(defaults).filter((name) => !isEmptyList(defaults, name));
    const shown = [...variables.keys()].filter((name) => set(variables.get(name)));
    expect(shown.toSorted()).toEqual([...withDefault, "PORT"].toSorted());
  });

  it("says of the right ones that they are not in this version", () => {
    const names = [...readVariables(notYet).keys()];
    expect(names.filter(hasEffect)).toEqual([]);
    const others = [...readVariables(inEffect).keys()];
    expect(others.filter((name) => !hasEffect(name))).toEqual([]);
  });

  it("sets nothing by itself", () => {
    const lines = text.split("\n");
    expect(lines.filter((line) => line !== "" && !line.startsWith("# "))).toEqual([]);
  });

  it("explains each variable in the line before it", () => {
    const lines = text.split("\n");
    const unexplained = lines.filter(
      (line, index) => /^# [A-Z_]+=/.test(line) && !/^# .+\.$/.test(lines[index - 1] ?? ""),
    );
    expect(unexplained).toEqual([]);
  });
});

function isEmptyList(values: object, name: string): boolean {
  const value: unknown = Object.entries(values).find(([key]) => key === name)?.[1];
  return Array.isArray(value) && value.length === 0;
}
