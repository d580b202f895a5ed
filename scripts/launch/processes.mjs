// What the operating system says about a process. On Linux from /proc; elsewhere only whether it answers a signal.
import { readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";

/**
 * Whether the process runs. A zombie does not: nothing may reap it in a container, and it holds nothing.
 * @param {number} pid
 */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  const stat = statOf(pid);
  if (stat) return stat.state !== "Z" && stat.state !== "X";
  try {
    process.kill(pid, 0);
    return process.platform !== "linux";
  } catch (error) {
    return process.platform !== "linux" && /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/**
 * A name no later process with the same number shares: pid and start time in clock ticks, `123-45678`.
 * @param {number} pid
 */
export function identityOf(pid) {
  return `${pid}-${statOf(pid)?.startedAt ?? 0}`;
}

/**
 * Whether that very process still runs, not another that received its number.
 * @param {string} identity as given by identityOf, or a bare pid where the start time is not known
 */
export function isSameProcess(identity) {
  const pid = Number.parseInt(identity, 10);
  return isAlive(pid) && (!identity.includes("-") || identityOf(pid) === identity.trim());
}

/**
 * Numbers of running processes whose working directory is `directory`: the postmaster and all its children.
 * @param {string} directory
 */
export function processesIn(directory) {
  const home = realpathSync(directory);
  return procEntries().filter((pid) => workingDirectory(pid) === home && isAlive(pid));
}

/**
 * The number of its parent, 0 when the process is gone.
 * @param {number} pid
 */
export function parentOf(pid) {
  return statOf(pid)?.parent ?? 0;
}

/** @param {number} pid */
export function workingDirectory(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

/**
 * Waits until `done()` is true; false when `timeoutMs` passed first.
 * @param {() => boolean} done
 * @param {number} timeoutMs
 */
export async function waitUntil(done, timeoutMs, everyMs = 15) {
  const end = Date.now() + timeoutMs;
  while (!done()) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  return true;
}

function procEntries() {
  try {
    return readdirSync("/proc")
      .map(Number)
      .filter((pid) => pid > 0);
  } catch {
    return [];
  }
}

/** @param {number} pid */
function statOf(pid) {
  try {
    // The name in parentheses may itself hold spaces and parentheses; fields are counted after the last one.
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0], parent: Number(fields[1]), startedAt: Number(fields[19]) };
  } catch {
    return null;
  }
}
