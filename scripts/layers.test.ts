import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";

const root = join(import.meta.dirname, "..");
const lintReport = z.object({
  diagnostics: z.array(
    z.object({
      code: z.string(),
      filename: z.string(),
      labels: z.array(z.object({ span: z.object({ line: z.number() }) })),
    }),
  ),
});
const linted = z.object({ code: z.literal(1), stdout: z.string() });

/** A file of the house and one thing that it imports. */
type Import = readonly [file: string, source: string, as?: "value" | "type"];

const allowed: readonly Import[] = [
  ["lib/chat/a.ts", "./b"],
  ["lib/chat/a.ts", "zod"],
  ["lib/chat/a.test.ts", "node:fs"],
  ["lib/chat/a.test.ts", "vitest"],
  ["lib/chat/testing/a.ts", "vitest"],
  ["lib/models/a.ts", "@/lib/chat/b"],
  ["lib/models/a.ts", "@/lib/models/b"],
  ["lib/models/a.ts", "@ai-sdk/openai"],
  ["lib/models/a.ts", "node:http"],
  ["lib/protocol/a.ts", "ai", "type"],
  ["lib/events/a.ts", "pino"],
  ["lib/history/a.ts", "@/lib/database/b"],
  ["lib/stream-log/a.ts", "@/lib/database/b"],
  ["lib/stream-log/a.ts", "@/lib/history/b"],
  ["lib/database/a.ts", "kysely"],
  ["lib/client/a.ts", "@/lib/chat/b"],
  ["lib/client/a.ts", "@ai-sdk/react"],
  ["lib/server/a.ts", "@/lib/models/b"],
  ["lib/server/a.ts", "@/lib/stream-log/b"],
  ["lib/server/a.ts", "next/headers"],
  ["components/a.tsx", "@/lib/chat/b"],
  ["components/a.tsx", "@/lib/client/b"],
  ["components/a.tsx", "./b"],
  ["app/a.ts", "@/lib/server/b"],
  ["app/a.ts", "@/lib/protocol/b"],
  ["app/a.tsx", "@/components/b"],
  ["app/a.ts", "next/server"],
  ["instrumentation.ts", "@/lib/server/b"],
  ["proxy.ts", "@/lib/server/b"],
  ["e2e/a.ts", "./b"],
  ["e2e/a.ts", "@/components/b"],
];

const forbidden: readonly Import[] = [
  ["lib/chat/a.ts", "@/lib/models/b"],
  ["lib/chat/a.ts", "../models/b"],
  ["lib/chat/a.ts", "@/lib/server/b", "type"],
  ["lib/chat/a.ts", "node:crypto"],
  ["lib/chat/a.ts", "pino", "type"],
  ["lib/chat/a.ts", "ai", "type"],
  ["lib/chat/a.test.ts", "@/lib/stream-log/b"],
  ["lib/models/a.ts", "@/lib/tools/b"],
  ["lib/tools/a.ts", "@/lib/models/b"],
  ["lib/history/a.ts", "@/lib/server/b"],
  ["lib/history/a.ts", "@/lib/stream-log/b"],
  ["lib/database/a.ts", "@/lib/chat/b"],
  ["lib/database/a.ts", "@/lib/history/b"],
  ["lib/chat/a.ts", "@/lib/database/b", "type"],
  ["lib/protocol/a.ts", "@/lib/stream-log/b"],
  ["lib/events/a.ts", "@/lib/protocol/b"],
  ["lib/client/a.ts", "@/lib/protocol/b"],
  ["lib/client/a.ts", "@/lib/server/b"],
  ["lib/client/a.ts", "@/components/b"],
  ["lib/client/a.ts", "node:fs"],
  ["lib/client/a.ts", "next/navigation"],
  ["lib/history/a.ts", "next"],
  ["lib/history/a.ts", "ai", "type"],
  ["lib/stream-log/a.ts", "@ai-sdk/provider", "type"],
  ["lib/protocol/a.ts", "ai"],
  ["lib/server/a.ts", "@/lib/client/b"],
  ["lib/server/a.ts", "@/app/b"],
  ["components/a.tsx", "@/lib/server/b", "type"],
  ["components/a.tsx", "@/lib/models/b"],
  ["components/a.tsx", "@/app/b"],
  ["components/a.tsx", "node:fs"],
  ["app/a.ts", "@/lib/models/b"],
  ["app/a.ts", "@/lib/stream-log/b"],
  ["app/a.ts", "@/e2e/b"],
  ["instrumentation.ts", "@/lib/models/b"],
  ["proxy.ts", "@/lib/models/b"],
  ["e2e/a.ts", "@/lib/server/b"],
  ["lib/utils/a.ts", "./b"],
];

const layers = [
  "lib/chat",
  "lib/chat/testing",
  "lib/models",
  "lib/tools",
  "lib/database",
  "lib/stream-log",
  "lib/history",
  "lib/protocol",
  "lib/events",
  "lib/client",
  "lib/server",
  "lib/utils",
  "components",
  "app",
  "e2e",
];

const toStatement = ([, source, as = "value"]: Import, index: number) =>
  as === "type"
    ? `import type * as found${index} from "${source}";`
    : `import * as found${index} from "${source}";`;

const toName = ([file, source, as = "value"]: Import) => `${file} <- ${source} (${as})`;

/** Builds a small house out of the imports, one per line, and returns those that lint reports. */
async function findViolations(house: string, imports: readonly Import[]): Promise<Set<string>> {
  const byFile = Map.groupBy(imports, ([file]) => file);
  await mkdir(house, { recursive: true });
  await cp(join(root, ".oxlintrc.json"), join(house, ".oxlintrc.json"));
  await cp(join(root, "tsconfig.json"), join(house, "tsconfig.json"));
  await writeFile(join(house, ".gitignore"), "node_modules\n");
  await symlink(join(root, "node_modules"), join(house, "node_modules"));
  for (const layer of layers) {
    await mkdir(join(house, layer), { recursive: true });
    await writeFile(join(house, layer, "b.ts"), "export const b = 1;\n");
  }
  for (const [file, ofFile] of byFile)
    await writeFile(join(house, file), ofFile.map(toStatement).join("\n") + "\n");

  const diagnostics = await lint(house);
  return new Set(
    diagnostics
      .filter(({ code }) => code.startsWith("boundaries("))
      .flatMap(({ filename, labels }) =>
        labels.map(({ span }) => byFile.get(filename)?.[span.line - 1]),
      )
      .filter((found) => found !== undefined)
      .map(toName),
  );
}

async function lint(house: string) {
  const oxlint = join(root, "node_modules/oxlint/bin/oxlint");
  const { stdout } = await promisify(execFile)(process.execPath, [oxlint, "--format", "json"], {
    cwd: house,
  }).catch((error: unknown) => linted.parse(error));
  return lintReport.parse(JSON.parse(stdout)).diagnostics;
}

describe("the layers", () => {
  let house: string;
  let violations: Set<string>;

  beforeAll(async () => {
    house = await mkdtemp(join(tmpdir(), "yeoul-layers-"));
    violations = await findViolations(house, [...allowed, ...forbidden]);
  }, 60_000);

  afterAll(() => rm(house, { recursive: true }));

  test.each(allowed.map(toName))("let %s through", (name) => {
    expect(violations).not.toContain(name);
  });

  test.each(forbidden.map(toName))("report %s", (name) => {
    expect(violations).toContain(name);
  });
});
