// The application in development: pages from their sources, and a new process whenever a source of the server is saved.
// Not `node --watch`: it takes the settings file that Vite writes at each start for a change, and outlives a killed launcher.
import { watch } from "node:fs";
import { join } from "node:path";
import { startApp } from "./app.mjs";
import { root } from "./root.mjs";

const sources = ["city/src", "demo/src", "domain/src", "linkage/src", "server/src", "server/migrations"];
// Saving several files, or one through a temporary one, is one change.
const settleMs = 100;

/**
 * An application that fails does not end: it waits for the next change.
 * @param {string} node
 * @param {NodeJS.ProcessEnv} settings
 * @returns {import("./app.mjs").App}
 */
export function startDevApp(node, settings) {
  let app = startApp(node, settings, true);
  let restarting = Promise.resolve();
  let isStopped = false;
  /** @type {NodeJS.Timeout | undefined} */
  let settling;
  const restart = async () => {
    await app.stop();
    if (!isStopped) app = startApp(node, settings, true);
  };
  /** @param {string | null} name */
  const changed = (name) => {
    if (!name || !/\.(ts|js|sql)$/.test(name) || name.includes(".test.")) return;
    clearTimeout(settling);
    settling = setTimeout(() => {
      process.stdout.write(`${name} … \n`);
      restarting = restarting.then(restart);
    }, settleMs);
  };
  const watchers = sources.map((folder) =>
    watch(join(root, "packages", folder), { recursive: true }, (_event, name) => changed(name)),
  );
  return {
    ended: new Promise(() => undefined),
    hasEnded: () => false,
    stop: async () => {
      isStopped = true;
      clearTimeout(settling);
      for (const watcher of watchers) watcher.close();
      await restarting;
      await app.stop();
    },
  };
}
