import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ownerOf, processMark } from "./process-mark.ts";

const prefix = "tuwai-linkage-spill-";

/**
 * A private folder (0700) for what does not fit into memory, named after this process so that a later run can tell
 * whether anybody still uses it. Folders of processes that ended without tidying up are removed first.
 */
export function makeSpillFolder(parent: string = tmpdir()): string {
  removeAbandonedSpills(parent);
  return mkdtempSync(join(parent, `${prefix}${processMark()}-`));
}

/** Removes the spill folders whose process has ended; gives how many. They hold record values, so none may stay. */
export function removeAbandonedSpills(parent: string = tmpdir()): number {
  const abandoned = readdirSync(parent).filter(
    (name) => name.startsWith(prefix) && ownerOf(name.slice(prefix.length), join(parent, name)) === "ended",
  );
  for (const name of abandoned) rmSync(join(parent, name), { recursive: true, force: true });
  return abandoned.length;
}
