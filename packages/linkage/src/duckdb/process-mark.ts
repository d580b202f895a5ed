import { statSync } from "node:fs";
import { hostname } from "node:os";

/** Process numbers mean something on one machine only: a folder shared by several keeps the others' files apart. */
const machine = hostname().replaceAll(/[^A-Za-z0-9.]/g, "");

/** Marks a temporary file as this process's: machine and process number. */
export const processMark = (): string => `${machine}-${process.pid}`;

/** Who a marked file belongs to: a process that still runs, one that ended, or nobody of this machine. */
export function ownerOf(mark: string, path: string): "running" | "ended" | "elsewhere" {
  if (!mark.startsWith(`${machine}-`)) return "elsewhere";
  const pid = Number(/^\d+/.exec(mark.slice(machine.length + 1))?.[0]);
  if (!Number.isInteger(pid) || pid <= 0) return "elsewhere";
  if (pid !== process.pid) return isRunning(pid) ? "running" : "ended";
  /* The same number as ours, but made before we started: left by a predecessor (in a container every run has number 1). */
  const startedAt = Date.now() - process.uptime() * 1000;
  const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
  return made < startedAt - 1000 ? "ended" : "running";
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
