// A city run by the very command users type, which can be killed in parts and started again.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive, parentOf, waitUntil } from "../launch/processes.mjs";
import { root } from "../launch/root.mjs";

const patienceMs = 600_000;

/**
 * @typedef {object} City
 * @property {string} origin
 * @property {string} dataDir
 * @property {() => number} appPid
 * @property {() => number} databasePid
 * @property {() => string} databaseUrl
 * @property {() => boolean} isRunning
 * @property {() => Promise<void>} ended resolves when the launcher has gone
 * @property {() => Promise<void>} stop
 */

/** Starts the city and waits until it is ready.
 * @param {{ dataDir: string, port: number, scale: string }} place @returns {Promise<City>} */
export async function startCity({ dataDir, port, scale }) {
  const child = spawn(process.execPath, [join(root, "scripts/start.mjs")], {
    env: {
      ...process.env,
      PORT: String(port),
      TUWAI_DATA: dataDir,
      TUWAI_DEMO_SCALE: scale,
      DATABASE_URL: "",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => (said = (said + text).slice(-20_000)));
  const gone = new Promise((resolve) => child.once("close", resolve));
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const origin = `http://localhost:${port}`;
  await waitUntil(() => !isRunning() || said.includes(`ready ${origin}\n`), patienceMs, 50);
  if (!isRunning() || !said.includes(`ready ${origin}\n`)) {
    child.kill("SIGKILL");
    throw new Error(`the city did not start:\n${said}`);
  }
  const connection = () => JSON.parse(readFileSync(join(dataDir, "postgres.json"), "utf8"));
  return {
    origin,
    dataDir,
    appPid: () => appOf(Number(child.pid)),
    databasePid: () => connection().pid,
    databaseUrl: () => connection().url,
    isRunning,
    ended: async () => void (await gone),
    stop: async () => {
      child.kill("SIGTERM");
      await gone;
    },
  };
}

/** kill -9, and back when it has gone.
 * @param {number} pid */
export async function killNow(pid) {
  process.kill(pid, "SIGKILL");
  if (!(await waitUntil(() => !isAlive(pid), 10_000, 5))) throw new Error(`process ${pid} would not die`);
}

/** The application is the launcher's child that runs main.ts.
 * @param {number} launcher */
function appOf(launcher) {
  const path = `/proc/${launcher}/task/${launcher}/children`;
  const children = existsSync(path) ? readFileSync(path, "utf8").trim().split(" ").map(Number) : [];
  const app = children.find(
    (pid) =>
      parentOf(pid) === launcher && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("city/src/main.ts"),
  );
  if (app === undefined) throw new Error("the application is not running");
  return app;
}
