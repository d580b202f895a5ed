import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";

const prefix = "tuwai-linkage-spill-";
/** Process numbers mean something on one machine only: a folder shared by several keeps the others' spills apart. */
const machine = hostname().replaceAll(/[^A-Za-z0-9.]/g, "");

/**
 * A private folder (0700) for what does not fit into memory, named after this process so that a later run can tell
 * whether anybody still uses it. Folders of processes that ended without tidying up are removed first.
 */
export function makeSpillFolder(parent: string = tmpdir()): string {
  removeAbandonedSpills(parent);
  return mkdtempSync(join(parent, `${prefix}${machine}-${process.pid}-`));
}

/** Removes the spill folders whose process has ended; gives how many. They hold record values, so none may stay. */
export function removeAbandonedSpills(parent: string = tmpdir()): number {
  const abandoned = readdirSync(parent).filter((name) => isAbandoned(parent, name));
  for (const name of abandoned) rmSync(join(parent, name), { recursive: true, force: true });
  return abandoned.length;
}

function isAbandoned(parent: string, name: string): boolean {
  if (!name.startsWith(`${prefix}${machine}-`)) return false;
  const pid = Number(name.slice(prefix.length + machine.length + 1).split("-")[0]);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if (pid !== process.pid) return !isRunning(pid);
  /* The same number as ours, but made before we started: left by a predecessor (in a container every run has number 1). */
  const startedAt = Date.now() - process.uptime() * 1000;
  const made = statSync(join(parent, name), { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
  return made < startedAt - 1000;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
