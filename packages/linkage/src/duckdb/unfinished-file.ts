import { readdirSync, renameSync, rmSync, statSync } from "node:fs";
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
    if (isAbandoned(name.slice(prefix.length), join(folder, name))) {
      rmSync(join(folder, name), { force: true });
      continue;
    }
    throw new LinkageError(
      "registry-busy",
      `another run is writing ${target}; wait for it, or delete ${name} if no such run is left`,
      { target, unfinished: name },
    );
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

/** Of a process that ended, or untouched for so long that its process number or machine cannot be the writer's any more. */
function isAbandoned(mark: string, path: string): boolean {
  const touched = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return ownerOf(mark, path) === "ended" || Date.now() - touched > longestRun;
}

const longestRun = 24 * 60 * 60 * 1000;
