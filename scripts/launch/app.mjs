// The application: a child process of its own, in a process group of its own.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { healthAt } from "./port.mjs";
import { waitUntil } from "./processes.mjs";
import { root } from "./root.mjs";
import { toolEnvironment } from "./run.mjs";
import { Trouble } from "./trouble.mjs";

const stopTimeoutMs = 15_000;

/** @typedef {{ ended: Promise<string>, hasEnded: () => boolean, stop: () => Promise<void> }} App ended resolves to the reason */

/**
 * @param {string} node
 * @param {NodeJS.ProcessEnv} settings
 * @param {boolean} [isDev] pages from their sources
 * @returns {App}
 */
export function startApp(node, settings, isDev = false) {
  const followParent = new URL("follow-parent.mjs", import.meta.url).href;
  const main = join(root, "packages/city/src/main.ts");
  const command = ["--import", followParent, main, ...(isDev ? ["--dev"] : [])];
  const child = spawn(node, command, {
    cwd: root,
    env: { NODE_ENV: isDev ? "development" : "production", ...toolEnvironment, ...settings },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    detached: true,
  });
  let isOver = false;
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("exit", (code, signal) => resolve(signal ?? `exit ${code}`));
  });
  void ended.then(() => (isOver = true));
  return { ended, hasEnded: () => isOver, stop: () => stop(child, () => isOver) };
}

/** The application would not start with these settings, and has said why itself. */
export class Refused extends Error {
  static exitCode = 78;
}

/**
 * Waits until the application says that it is ready; throws when it ends before.
 * @param {App} app
 * @param {number} port
 * @param {string} host
 */
export async function untilReady(app, port, host) {
  while (!app.hasEnded()) {
    if ((await healthAt(port, host))?.ready) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const reason = await app.ended;
  throw reason === `exit ${Refused.exitCode}` ? new Refused(reason) : new Trouble("app-stopped", { reason });
}

/** Asks, waits, then insists; at last clears away what the application itself may have left running.
 * @param {import("node:child_process").ChildProcess} child @param {() => boolean} isOver */
async function stop(child, isOver) {
  if (child.pid === undefined) return;
  if (!isOver()) child.kill("SIGTERM");
  await waitUntil(isOver, stopTimeoutMs);
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // Nobody is left in its group: the usual case.
  }
}
