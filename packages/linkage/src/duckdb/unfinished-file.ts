import { readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { LinkageError } from "#model";
import { ownerOf, processMark } from "./process-mark.ts";

/** A file being written beside its target: nothing shows at the target until `finish` renames it there. */
export type UnfinishedFile = { path: string; finish: () => void; discard: () => void };

/**
 * Starts a file that will replace `target` as a whole, or never. What killed processes left unfinished is removed;
 * another process at work on the same target is a refusal, for the later of two would undo the earlier.
 */
export function startUnfinished(target: string): UnfinishedFile {
  const prefix = `${basename(target)}.unfinished-`;
  const folder = dirname(target);
  for (const name of readdirSync(folder).filter((other) => other.startsWith(prefix))) {
    const owner = ownerOf(name.slice(prefix.length), join(folder, name));
    if (owner === "ended") rmSync(join(folder, name), { force: true });
    else throw new LinkageError("registry-busy", `another run is writing ${target}; wait for it`, { target });
  }
  const path = join(folder, `${prefix}${processMark()}`);
  return {
    path,
    finish: () => renameSync(path, target),
    discard: () => {
      for (const name of [path, `${path}.wal`]) rmSync(name, { force: true });
    },
  };
}
