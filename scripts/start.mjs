import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { hostname as machineName } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { checkNode } from "./check-node.mjs";
import { runNext } from "./run-next.mjs";

const PORT_PATIENCE_MS = 2_000;
const ANY_ADDRESS = new Set(["0.0.0.0", "::"]);

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function readPort() {
  const port = process.env["PORT"] || "3000";
  if (!/^\d+$/.test(port) || Number(port) < 1 || Number(port) > 65535)
    fail(`PORT must be a number from 1 to 65535, not "${port}".`);
  return Number(port);
}

/** Containers and some shells export the machine's own name as HOSTNAME; nobody chose that one. */
function readHostname() {
  const hostname = process.env["HOSTNAME"];
  return hostname && hostname !== machineName() ? hostname : undefined;
}

/** What goes wrong when listening there, or nothing. */
function probe(port, hostname) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", resolve);
    server.listen(port, hostname, () => server.close(() => resolve(undefined)));
  });
}

/** A server that is just ending, as in a restart, gets a moment to let go of its port. */
async function checkAddress(port, hostname) {
  const deadline = Date.now() + PORT_PATIENCE_MS;
  let problem = await probe(port, hostname);
  while (problem?.code === "EADDRINUSE" && Date.now() < deadline) {
    await sleep(100);
    problem = await probe(port, hostname);
  }
  if (problem?.code === "EADDRINUSE")
    fail(`Port ${port} is taken: choose another one, such as \`PORT=${port + 1} npm start\`.`);
  if (problem) fail(`Cannot listen on ${hostname ?? "port"} ${port}: ${problem.message}`);
}

function toUrl(port, hostname) {
  const host = !hostname || ANY_ADDRESS.has(hostname) ? "localhost" : hostname;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

async function waitUntilReady(url) {
  for (;;) {
    const isUp = await fetch(`${url}/health`).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await sleep(50);
  }
}

checkNode();
if (!existsSync(".next/BUILD_ID")) fail("There is no build to start: run `npm run build` first.");

const port = readPort();
const hostname = readHostname();
await checkAddress(port, hostname);
await runNext(["start", "--port", `${port}`, ...(hostname ? ["--hostname", hostname] : [])]);

const url = toUrl(port, hostname);
await waitUntilReady(url);
console.log(`\nYeoul is ready at ${url}\n`);
