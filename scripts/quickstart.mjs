import { spawn } from "node:child_process";
import { whenNpmEnds } from "./when-npm-ends.mjs";

const STEPS = [
  { name: "Installing the dependencies", commandLine: ["run", "setup"] },
  { name: "Building", commandLine: ["run", "build"] },
  { name: "Starting", commandLine: ["start"] },
];

let running;

/** Each step is a new npm: only after the first one is there a newer Node for the others to use. */
function runNpm(commandLine) {
  return new Promise((resolve, reject) => {
    running = spawn("npm", commandLine, {
      stdio: "inherit",
      shell: process.platform === "win32",
    });
    running.once("error", reject);
    running.once("exit", (code, signal) => resolve(signal ? 1 : code));
  });
}

function stop() {
  running?.kill("SIGTERM");
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
whenNpmEnds(stop);

for (const [index, { name, commandLine }] of STEPS.entries()) {
  console.log(`\n[${index + 1}/${STEPS.length}] ${name}: npm ${commandLine.join(" ")}\n`);
  const code = await runNpm(commandLine);
  if (code !== 0) process.exit(code);
}
