#!/usr/bin/env node
// Plain JavaScript on purpose: any Node from 18 on can read it, then hands over to the Node 24 that npm installed.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [major, minor] = process.versions.node.split(".").map(Number);
const runsTypeScript = major > 22 || (major === 22 && minor >= 22);
const main = fileURLToPath(new URL("../src/command/main.ts", import.meta.url));

if (runsTypeScript) {
  const { runCommand } = await import(main);
  process.exitCode = await runCommand(process.argv.slice(2));
} else {
  const node = ["../node_modules/.bin/node", "../../../node_modules/.bin/node", "../../.bin/node"]
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path));
  if (node) {
    const { status, signal } = spawnSync(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
      stdio: "inherit",
    });
    if (signal) process.kill(process.pid, signal);
    process.exitCode = status ?? 1;
  } else {
    process.stderr.write(
      `tuwai-linkage needs Node 22.22 or newer; this is ${process.version}. Run npm install first.\n`,
    );
    process.exitCode = 1;
  }
}
