// Puts node_modules in the state that package-lock.json describes, and does nothing when it is in that state already.
import fs, { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";
import { npmCommand, run } from "./run.mjs";
import { fileTrouble, Trouble } from "./trouble.mjs";

/** @typedef {{ version?: string, link?: boolean, optional?: boolean, devOptional?: boolean, os?: string[], cpu?: string[] }} Entry */

const neededBytes = 1_200_000_000;
// Nothing in our tree needs its install script: Node comes as a plain package, and the links of PostgreSQL we make ourselves.
const flags = [
  ...[
    "--ignore-scripts",
    "--include=dev",
    "--include=optional",
    "--prefer-offline",
    "--no-audit",
    "--no-fund",
  ],
  ...["--loglevel=error", "--fetch-retries=2", "--fetch-retry-mintimeout=2000"],
];

/** Whether every package of the lock is there in its version, as npm itself noted after its last complete run. */
export function isInstalled() {
  const wanted = packagesOf(join(root, "package-lock.json"));
  const present = packagesOf(join(root, "node_modules/.package-lock.json"));
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes("node_modules/")) return true;
    const found = present[path];
    if (!found) return Boolean(entry.optional || entry.devOptional || !fitsMachine(entry));
    return found.version === entry.version && found.link === entry.link;
  });
}

/** Installs with `npm ci`, or with `npm install` where the lock does not list other platforms' packages (npm/cli#9342). */
export async function install() {
  refuseFullDisk();
  const [exact, exactOutput] = await npm(["ci", ...flags]);
  if (exact) return;
  if (!/Missing: .* from lock file|EUSAGE/.test(exactOutput)) throw troubleOf(exactOutput);
  const lock = join(root, "package-lock.json");
  const before = readFileSync(lock);
  const [done, output] = await npm(["install", ...flags]);
  // The committed lock stays what it is, whatever this machine's npm would rather write.
  if (!before.equals(readFileSync(lock))) writeFileSync(lock, before);
  if (!done) throw troubleOf(output);
}

/** @param {string[]} args @returns {Promise<[boolean, string]>} */
async function npm(args) {
  const { status, output } = await run([...npmCommand(), ...args], { env: process.env });
  if (status === 127) throw new Trouble("npm-missing");
  return [status === 0, output];
}

/** @param {string} output */
function troubleOf(output) {
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED/.test(output)
  )
    return new Trouble("no-network");
  const detail = output.trim().split("\n").slice(0, 6).join(" ").slice(0, 600);
  return fileTrouble(output, root) ?? new Trouble("install-failed", { detail });
}

function refuseFullDisk() {
  // Not in the first releases of Node 18.
  const disk = fs.statfsSync?.(root);
  if (disk && disk.bavail * disk.bsize < neededBytes) throw new Trouble("disk-full", { path: root });
}

/** @param {Entry} entry */
function fitsMachine({ os, cpu }) {
  return (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch));
}

/** @param {string} lock @returns {Record<string, Entry>} */
function packagesOf(lock) {
  return existsSync(lock) ? JSON.parse(readFileSync(lock, "utf8")).packages : {};
}
