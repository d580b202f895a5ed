#!/usr/bin/env node
// Plain JavaScript: whatever Node is found (18 or newer) reads this file and hands over to the one npm installed.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [major, minor] = process.versions.node.split(".").map(Number);
const readsTypeScript = major > 22 || (major === 22 && minor >= 22);
const thisFile = fileURLToPath(import.meta.url);

// Whoever reads us may stop reading, as "| head" does: that is no error of ours.
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
});

if (readsTypeScript) {
  keepCompiledCode();
  const { main } = await import("../src/main.ts");
  process.exitCode = await main(process.argv.slice(2));
} else {
  const node = findInstalledNode(dirname(thisFile));
  if (node === undefined) refuse();
  else handOver(node);
}

/** Halves the time of every command after the first; also for the file reader, which is a process of its own. */
function keepCompiledCode() {
  const node = findInstalledNode(dirname(thisFile));
  if (node === undefined) return;
  process.env["NODE_COMPILE_CACHE"] ??= join(dirname(node), "../.cache/node");
  module.enableCompileCache(process.env["NODE_COMPILE_CACHE"]);
}

function findInstalledNode(folder) {
  const candidate = join(folder, "node_modules", ".bin", "node");
  if (existsSync(candidate)) return candidate;
  const parent = dirname(folder);
  return parent === folder ? undefined : findInstalledNode(parent);
}

function handOver(node) {
  const child = spawn(node, [thisFile, ...process.argv.slice(2)], { stdio: "inherit" });
  const forward = (signal) => child.kill(signal);
  const signals = ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"];
  for (const signal of signals) process.on(signal, forwardsByHand(signal) ? forward : () => {});
  child.on("error", refuse);
  child.on("exit", (code, signal) => {
    for (const each of signals) process.removeAllListeners(each);
    if (signal) process.kill(process.pid, signal);
    else process.exitCode = code ?? 1;
  });
}

/** Keys typed in a terminal reach parent and child alike; forwarding them would deliver them twice. */
function forwardsByHand(signal) {
  return !(process.stdin.isTTY && (signal === "SIGINT" || signal === "SIGQUIT"));
}

function refuse() {
  const message = `tuwai needs Node 22.22 or newer and found ${process.version}. Run npm install in the project first.`;
  if (process.argv.includes("--json")) {
    const error = { code: "not-set-up", message, details: { node: process.version } };
    process.stdout.write(`${JSON.stringify({ error })}\n`);
  }
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}
