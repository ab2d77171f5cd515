import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const CHROMIUM = "/usr/bin/chromium";

function run(command, ...commandLine) {
  console.log(`$ ${command} ${commandLine.join(" ")}`);
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(command, commandLine, { stdio: "inherit", env: environment }).status === 0;
}

function hasKoreanFont() {
  const { stdout } = spawnSync("fc-list", [":lang=ko"], { encoding: "utf8" });
  return Boolean(stdout?.trim());
}

function installWithApt() {
  const wanted = [];
  if (!existsSync(CHROMIUM)) wanted.push("chromium");
  if (!hasKoreanFont()) wanted.push("fonts-noto-cjk");
  if (wanted.length === 0) return;
  run("apt-get", "update");
  for (const name of wanted) run("apt-get", "install", "-y", "--no-install-recommends", name);
}

const canUseApt = existsSync("/usr/bin/apt-get") && process.getuid?.() === 0;
if (canUseApt) installWithApt();

if (!existsSync(CHROMIUM)) {
  const playwright = ["node_modules/playwright/cli.js", "install", "chromium"];
  if (!run(process.execPath, ...playwright, ...(canUseApt ? ["--with-deps"] : []))) {
    console.error(
      `The end-to-end tests need a browser: install Chromium as ${CHROMIUM}, ` +
        "or let `npx playwright install chromium` reach its download server.",
    );
    process.exit(1);
  }
}
