// Embedded PostgreSQL: a real server from npm, on loopback, with its files under a data folder of ours.
// Used by `npm start`, `npm test` and the command line; many processes may use one server, the last one out stops it.
import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { isAlive, waitUntil } from "./launch/processes.mjs";
import { fileTrouble, refuseUnwritable, Trouble } from "./launch/trouble.mjs";
import { findBinaries } from "./postgres/binaries.mjs";
import { clusterIn, ensureCluster, passwordOf, refuseOtherVersion } from "./postgres/cluster.mjs";
import { chooseIdentity } from "./postgres/run-as.mjs";
import { clearAfterDeadServer, findLiveServer, startServer, stopServer } from "./postgres/server.mjs";
import { whileLocked } from "./postgres/start-lock.mjs";
import { registerUser } from "./postgres/users.mjs";

export { Trouble } from "./launch/trouble.mjs";

/** @typedef {import("./postgres.d.mts").PostgresOptions} PostgresOptions */
/** @typedef {import("./postgres.d.mts").EmbeddedPostgres} EmbeddedPostgres */

/**
 * @param {PostgresOptions} options
 * @returns {Promise<EmbeddedPostgres>}
 */
export async function attachOrStart({ dataDir, durable = true, port }) {
  const home = resolve(dataDir);
  try {
    refuseUnwritable(home);
    mkdirSync(home, { recursive: true, mode: 0o700 });
    return await whileLocked(home, () => joinOrStart({ dataDir: home, durable, ...(port ? { port } : {}) }));
  } catch (error) {
    throw error instanceof Trouble ? error : (fileTrouble(error, home) ?? error);
  }
}

/**
 * @param {PostgresOptions} options
 * @returns {Promise<EmbeddedPostgres>}
 */
export async function startPostgres(options) {
  const server = await attachOrStart(options);
  if (!server.attached) return server;
  await server.stop();
  throw new Trouble("database-in-use", { path: options.dataDir });
}

/** @param {{ dataDir: string, durable: boolean, port?: number }} wanted */
async function joinOrStart(wanted) {
  const home = wanted.dataDir;
  const leave = registerUser(home);
  try {
    const live = await settledServer(home);
    if (live) return handleOf(home, { ...live, attached: true }, leave);
    return handleOf(home, { ...(await start(wanted)), attached: false }, leave);
  } catch (error) {
    leave();
    throw error;
  }
}

/** A server on its way up or down is waited for.
 * @param {string} home */
async function settledServer(home) {
  await waitUntil(() => {
    const live = findLiveServer(home);
    return !live || (live.isReady && !live.isStopping);
  }, 120_000);
  return findLiveServer(home);
}

/** @param {{ dataDir: string, durable: boolean, port?: number }} wanted */
async function start({ dataDir, durable, port }) {
  const found = findBinaries();
  refuseOtherVersion(dataDir, found.major);
  const { identity, binaries } = chooseIdentity(found, dataDir);
  const place = { dataDir, durable, identity, binaries };
  await ensureCluster(place);
  await clearAfterDeadServer(dataDir);
  return startServer(place, port);
}

/**
 * @param {string} home
 * @param {{ pid: number, port: number, attached: boolean }} server
 * @param {() => boolean} leave
 * @returns {EmbeddedPostgres}
 */
function handleOf(home, { pid, port, attached }, leave) {
  const url = `postgres://postgres:${passwordOf(home)}@127.0.0.1:${port}/postgres`;
  const connectionFile = join(home, "postgres.json");
  writeFileSync(connectionFile, `${JSON.stringify({ url, port, pid, cluster: clusterIn(home) })}\n`, {
    mode: 0o600,
  });
  chmodSync(connectionFile, 0o600);
  let stopping = /** @type {Promise<void> | null} */ (null);
  const stop = async () => {
    if (!leave()) return;
    const live = findLiveServer(home);
    if (live) await stopServer(live.pid);
    rmSync(connectionFile, { force: true });
  };
  return {
    url,
    port,
    pid,
    attached,
    isRunning: () => isAlive(pid),
    stop: () => (stopping ??= whileLocked(home, stop)),
  };
}
