// One process at a time may start, adopt or stop the database of a folder. mkdir is atomic for us and for guard.sh alike.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { identityOf, isSameProcess } from "../launch/processes.mjs";
import { Trouble } from "../launch/trouble.mjs";

const patienceMs = 90_000;

/**
 * Runs `work` while holding the folder's lock; a lock whose holder died is taken over.
 * @template T
 * @param {string} dataDir
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function whileLocked(dataDir, work) {
  const lock = join(dataDir, "postgres.lock");
  const end = Date.now() + patienceMs;
  while (!take(lock)) {
    if (Date.now() > end) throw new Trouble("database-busy", { path: dataDir });
    if (isAbandoned(lock)) rmSync(lock, { recursive: true, force: true });
    else await new Promise((resolve) => setTimeout(resolve, 50));
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** @param {string} lock */
function take(lock) {
  try {
    mkdirSync(lock);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  }
  writeFileSync(join(lock, "holder"), identityOf(process.pid));
  return true;
}

/** The holder writes its name right after mkdir: a lock without a name for two seconds lost its holder in between.
 * @param {string} lock */
function isAbandoned(lock) {
  try {
    const holder = readFileSync(join(lock, "holder"), "utf8");
    if (holder) return !isSameProcess(holder);
  } catch {
    // not written yet, or the lock was released just now
  }
  const made = statSync(lock, { throwIfNoEntry: false });
  return made !== undefined && Date.now() - made.mtimeMs > 2000;
}
