// PostgreSQL refuses to run as root. This file finds a way to run it all the same, without sudo and in a closed folder.
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import { Trouble } from "../launch/trouble.mjs";

/**
 * prefix: words put before the command. ids: what spawn is told. owner: who must own the data, null for whoever we are.
 * @typedef {{ name: string, prefix: string[], ids: { uid?: number, gid?: number }, owner: number | null }} Identity
 * @typedef {import("./binaries.mjs").Binaries} Binaries
 */

const nobody = 65534;

/** @type {Identity} */
const ourselves = { name: "this user", prefix: [], ids: {}, owner: null };

/**
 * In order of preference. The first keeps every file owned by root. The last two give the data to nobody; the third
 * keeps the right to pass closed folders such as a /root of mode 0700: no_setuid_fixup makes access() honour it too.
 * @type {Identity[]}
 */
const waysAsRoot = [
  {
    name: "unshare",
    prefix: ["unshare", "-U", `--map-user=${nobody}`, `--map-group=${nobody}`, "--"],
    ids: {},
    owner: 0,
  },
  { name: "nobody", prefix: [], ids: { uid: nobody, gid: nobody }, owner: nobody },
  {
    name: "setpriv",
    prefix: [
      "setpriv",
      `--reuid=${nobody}`,
      `--regid=${nobody}`,
      "--clear-groups",
      "--securebits=+no_setuid_fixup",
      "--inh-caps=+dac_override",
      "--ambient-caps=+dac_override",
      "--",
    ],
    ids: {},
    owner: nobody,
  },
];

/**
 * Picks the first identity that can run the programs and reach `dataDir`; binaries may come back as a copy beside it.
 * @param {Binaries} binaries
 * @param {string} dataDir
 * @returns {{ identity: Identity, binaries: Binaries }}
 */
export function chooseIdentity(binaries, dataDir) {
  if (process.getuid?.() !== 0) return { identity: ourselves, binaries };
  const refusals = [];
  for (const identity of waysAsRoot) {
    if (identity.owner !== 0) chmodSync(dataDir, 0o711);
    const reaches = tryAs(identity, "/bin/sh", ["-c", 'cd "$0"', dataDir]);
    const runs = reaches ?? runsPrograms(identity, binaries, dataDir);
    if (!runs) return { identity, binaries };
    if (!reaches) {
      const copy = copyBinaries(binaries, dataDir);
      if (!runsPrograms(identity, copy, dataDir)) return { identity, binaries: copy };
    }
    refusals.push(`${identity.name}: ${runs}`);
  }
  throw new Trouble("database-identity", { path: dataDir, detail: refusals.join("; ") });
}

/**
 * Gives the directory to the identity's owner, if it belongs to somebody else.
 * @param {string} directory
 * @param {Identity} identity
 */
export function giveTo(directory, identity) {
  if (identity.owner === null || lstatSync(directory).uid === identity.owner) return;
  const owner = identity.owner;
  const give = (/** @type {string} */ path) => {
    lchownSync(path, owner, owner);
    if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) give(join(path, name));
  };
  give(directory);
}

/**
 * `initdb --show` reads the programs and the files beside them as the real start does, and writes nothing.
 * @param {Identity} identity
 * @param {Binaries} binaries
 * @param {string} dataDir
 */
function runsPrograms(identity, binaries, dataDir) {
  return tryAs(identity, join(binaries.bin, "initdb"), ["--show", "-D", join(dataDir, "pg")]);
}

/**
 * Null when the command succeeded, otherwise why not.
 * @param {Identity} identity
 * @param {string} command
 * @param {string[]} args
 */
function tryAs(identity, command, args) {
  const [program, ...rest] = [...identity.prefix, command, ...args];
  const run = spawnSync(/** @type {string} */ (program), rest, {
    cwd: "/",
    encoding: "utf8",
    ...identity.ids,
  });
  if (run.status === 0) return null;
  return run.error?.message ?? (run.stderr.trim().split("\n").at(-1) || `exit ${run.status ?? run.signal}`);
}

/**
 * About 60 MB, once, for an identity that may enter the data folder but not the folder of the project.
 * @param {Binaries} binaries
 * @param {string} dataDir
 * @returns {Binaries}
 */
function copyBinaries(binaries, dataDir) {
  const native = join(dataDir, `postgres-${binaries.version}`);
  if (!existsSync(native)) {
    const unfinished = `${native}.${process.pid}`;
    mkdirSync(unfinished, { recursive: true, mode: 0o755 });
    cpSync(binaries.native, unfinished, { recursive: true, verbatimSymlinks: true });
    rmSync(native, { recursive: true, force: true });
    renameSync(unfinished, native);
  }
  return { ...binaries, native, bin: join(native, "bin") };
}
