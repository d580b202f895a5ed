// Who uses the embedded database. The last one out stops it; guard.sh does that for a process that was killed.
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { identityOf, isSameProcess } from "../launch/processes.mjs";

/**
 * Registers this process as a user of the database and sets a guard behind it.
 * @param {string} dataDir
 * @returns {() => boolean} leaves, and tells whether nobody else is left
 */
export function registerUser(dataDir) {
  const users = join(dataDir, "postgres.users");
  // A process may use the same database twice, for example a test beside its global setup.
  const name = `${identityOf(process.pid)}-${Math.random().toString(36).slice(2, 8)}`;
  mkdirSync(users, { recursive: true });
  writeFileSync(join(users, name), "");
  const guard = spawn("/bin/sh", [fileURLToPath(new URL("guard.sh", import.meta.url)), dataDir, name], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
    cwd: "/",
  });
  guard.unref();
  /** @type {import("node:net").Socket} */ (/** @type {unknown} */ (guard.stdin)).unref();
  return () => {
    guard.kill("SIGKILL");
    rmSync(join(users, name), { force: true });
    return otherUsers(users).length === 0;
  };
}

/** Living users; files of dead ones are cleared away.
 * @param {string} users */
function otherUsers(users) {
  return readdirSync(users).filter((name) => {
    const isThere = isSameProcess(name.split("-").slice(0, 2).join("-"));
    if (!isThere) rmSync(join(users, name), { force: true });
    return isThere;
  });
}
