import { existsSync } from "node:fs";
import { checkNode } from "./check-node.mjs";
import { whenNpmEnds } from "./when-npm-ends.mjs";

/** Runs a command of Next in this process, so that signals reach it directly. */
export async function runNext(commandLine) {
  checkNode();
  const bin = new URL("../node_modules/next/dist/bin/next", import.meta.url);
  if (!existsSync(bin)) {
    console.error("The dependencies are not installed: run `npm run setup` first.");
    process.exit(1);
  }
  whenNpmEnds(() => process.kill(process.pid, "SIGTERM"));
  process.env["NEXT_TELEMETRY_DISABLED"] = "1";
  process.argv.splice(2, Infinity, ...commandLine);
  await import(bin.href);
}
