// The server process itself: found when it lives, cleaned up after when it does not, started and stopped.
import { spawn } from "node:child_process";
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  truncateSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { isAlive, processesIn, waitUntil, workingDirectory } from "../launch/processes.mjs";
import { fileTrouble, Trouble } from "../launch/trouble.mjs";
import { clusterIn } from "./cluster.mjs";

/** @typedef {import("./cluster.mjs").Place} Place */
/** @typedef {{ pid: number, port: number, isReady: boolean, isStopping: boolean }} LiveServer */

const lockHeld = 75;
const startTimeoutMs = 120_000;
const stopTimeoutMs = 30_000;
const logLimitBytes = 10_000_000;

const always = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  timezone: "UTC",
  log_timezone: "UTC",
  // An import writes most of its pages anew after every checkpoint: with little log allowed it did so every second. Between
  // imports a city writes little, and the log shrinks back to the minimum, so that the folder of a small city stays small.
  max_wal_size: "1GB",
  min_wal_size: "64MB",
  // Before PostgreSQL has counted the rows of a first import it plans for one of each: a judgement took a thousand times as
  // long. By itself it looks once a minute.
  autovacuum_naptime: "5s",
  // Statements and the DETAIL of constraint errors carry values of persons: they stay out of the log.
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
};
const forTests = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "200",
  // Databases of tests are gone before counting their rows would help.
  autovacuum: "off",
  // The folder lies in memory, and nothing of it is ever recovered.
  max_wal_size: "128MB",
};

/** The running server of this folder, or null. Nothing is believed that the operating system does not confirm.
 * @param {string} dataDir
 * @returns {LiveServer | null} */
export function findLiveServer(dataDir) {
  const cluster = clusterIn(dataDir);
  const lines = pidFile(cluster);
  const pid = Number(lines?.[0]);
  if (!lines || !isAlive(pid)) return null;
  if (process.platform === "linux" && workingDirectory(pid) !== realpathSync(cluster)) return null;
  const status = lines[7]?.trim();
  return { pid, port: Number(lines[3]), isReady: status === "ready", isStopping: status === "stopping" };
}

/** Removes a postmaster.pid left by a killed server, once the last of its children is gone.
 * PostgreSQL does this itself, except when the number now belongs to a zombie or to another program.
 * @param {string} dataDir */
export async function clearAfterDeadServer(dataDir) {
  const cluster = clusterIn(dataDir);
  const leftOver = join(cluster, "postmaster.pid");
  if (!existsSync(leftOver)) return;
  if (!(await waitUntil(() => processesIn(cluster).length === 0, 10_000)))
    throw new Trouble("database-in-use", { path: cluster });
  rmSync(leftOver, { force: true });
}

/** Starts the server on a free loopback port and waits until it takes connections.
 * @param {Place} place @param {number} [port] */
export async function startServer(place, port) {
  const wanted = port ?? (await freePort());
  const cluster = clusterIn(place.dataDir);
  const log = join(place.dataDir, "postgres.log");
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > logLimitBytes) truncateSync(log);
  const logFrom = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  const child = spawnServer(place, wanted, log);
  /** @type {number | Error | null} */
  let ended = null;
  child
    .on("error", (error) => (ended = error))
    .on("exit", (code, signal) => (ended ??= code ?? (signal ? 1 : 0)));
  child.unref();
  await waitUntil(() => ended !== null || Boolean(findLiveServer(place.dataDir)?.isReady), startTimeoutMs, 5);
  const live = findLiveServer(place.dataDir);
  if (live?.isReady && ended === null) return live;
  if (ended === null) child.kill("SIGQUIT");
  if (ended === lockHeld) throw new Trouble("database-in-use", { path: cluster });
  const detail = readFileSync(log, "utf8").slice(logFrom).trim().slice(-800) || String(ended);
  throw fileTrouble(detail, place.dataDir) ?? new Trouble("database-failed", { detail, path: log });
}

/** Fast shutdown: open transactions are rolled back, everything committed is checkpointed.
 * @param {number} pid */
export async function stopServer(pid) {
  if (isAlive(pid)) process.kill(pid, "SIGINT");
  if (!(await waitUntil(() => !isAlive(pid), stopTimeoutMs))) process.kill(pid, "SIGQUIT");
}

/**
 * Detached, so that Ctrl-C reaches us alone. The shell holds a lock on PG_VERSION that all children of the server
 * inherit: unlike postmaster.pid it also keeps out a server in another container on the same folder.
 * @param {Place} place @param {number} port @param {string} log
 */
function spawnServer({ dataDir, durable, identity, binaries }, port, log) {
  const cluster = clusterIn(dataDir);
  const settings = Object.entries({ ...always, ...(durable ? {} : forTests), port: String(port) });
  const command = [
    ...identity.prefix,
    join(binaries.bin, "postgres"),
    "-D",
    cluster,
    ...settings.flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
  const holdLock = `exec 9<"$0"; if command -v flock >/dev/null; then flock -n -E ${lockHeld} 9; [ $? = ${lockHeld} ] && exit ${lockHeld}; fi; exec "$@"`;
  const output = openSync(log, "a", 0o600);
  const child = spawn("/bin/sh", ["-c", holdLock, join(cluster, "PG_VERSION"), ...command], {
    cwd: "/",
    stdio: ["ignore", output, output],
    detached: true,
    env: { PATH: process.env["PATH"], TZ: "UTC" },
    ...identity.ids,
  });
  closeSync(output);
  return child;
}

/** @param {string} cluster */
function pidFile(cluster) {
  try {
    return readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return null;
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject).listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}
