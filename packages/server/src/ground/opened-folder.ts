import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/**
 * Where a file of a stranger, or a sealed original once opened, may lie in plain for a moment: beneath the data folder, for
 * this login only, under the mark of the process that opened it. `clearOpened` takes away what a killed one left.
 */
export async function makeOpenedFolder(dataDir: string): Promise<string> {
  const parent = parentOf(dataDir);
  await mkdir(parent, { recursive: true, mode: 0o700 });
  return mkdtemp(join(parent, `${process.pid}-${startOf(process.pid) ?? "0"}-`));
}

/** Gives `work` such a folder for as long as it lasts. */
export async function withOpenedFolder<T>(dataDir: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await makeOpenedFolder(dataDir);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes what processes that live no longer have left open; returns how many. Every start does it, before anything else. */
export async function clearOpened(dataDir: string): Promise<number> {
  const parent = parentOf(dataDir);
  const names = await readdir(parent).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const left = names.filter((name) => !isInUse(name));
  for (const name of left) await rm(join(parent, name), { recursive: true, force: true });
  return left.length;
}

function parentOf(dataDir: string): string {
  return join(dataDir, "opened");
}

/** A number is given to another process after a while, and in a container each run has the same: the moment of its start tells. */
function isInUse(name: string): boolean {
  const [, pid = "0", start = ""] = /^(\d+)-(\d+)-/.exec(name) ?? [];
  const known = startOf(Number(pid));
  return known === null ? false : known === start;
}

/** When a process started, in clock ticks since the machine did (field 22 of /proc); "0" where there is no /proc; null when it lives no longer. */
function startOf(pid: number): string | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "latin1")
      .replace(/^.*\) /s, "")
      .split(" ");
    return fields[19] ?? "0";
  } catch {
    return process.platform === "linux" ? null : startWithoutProc(pid);
  }
}

function startWithoutProc(pid: number): string | null {
  try {
    process.kill(pid, 0);
    return "0";
  } catch {
    return null;
  }
}
