// Puts node_modules in the state that package-lock.json describes, and does nothing when it is in that state already.
import fs, { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";
import { npmCommand, run } from "./run.mjs";
import { fileTrouble, refuseUnwritable, Trouble } from "./trouble.mjs";

/** @typedef {{ version?: string, link?: boolean, optional?: boolean, devOptional?: boolean, os?: string[], cpu?: string[] }} Entry */

const neededBytes = 1_200_000_000;
// Nothing in our tree needs its install script: Node comes as a plain package, and the links of PostgreSQL we make ourselves.
const flags = [
  "--ignore-scripts --include=dev --include=optional --prefer-offline --no-audit --no-fund --loglevel=http",
  "--fetch-retries=2 --fetch-retry-mintimeout=1000 --fetch-retry-maxtimeout=4000",
].flatMap((line) => line.split(" "));

const unreachable = /E(?:NOTFOUND|AI_AGAIN|CONNREFUSED|CONNRESET|TIMEDOUT|NETUNREACH|HOSTUNREACH|NOTCACHED)/;
const attemptFailed = new RegExp(`attempt \\d+ failed with (${unreachable.source})`, "g");

/** Whether every package of the lock is there in its version, as npm itself noted after its last complete run. */
export function isInstalled() {
  const wanted = packagesOf(join(root, "package-lock.json"));
  const present = packagesOf(join(root, "node_modules/.package-lock.json"));
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes("node_modules/")) return true;
    const found = present[path];
    if (!found) return entry.optional || entry.devOptional || !fitsMachine(entry);
    return found.version === entry.version && found.link === entry.link;
  });
}

/** Installs with `npm ci`, or with `npm install` where the lock does not list other platforms' packages (npm/cli#9342). */
export async function install() {
  refuseUnwritable(root);
  refuseFullDisk();
  // An install that was killed leaves halves which npm does not repair, in the packages' own folders above all.
  for (const folder of [root, ...packageFolders()])
    rmSync(join(folder, "node_modules"), { recursive: true, force: true });
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

function packageFolders() {
  const packages = join(root, "packages");
  return readdirSync(packages).map((name) => join(packages, name));
}

/** @param {string[]} args @returns {Promise<[boolean, string]>} */
async function npm(args) {
  const { status, output } = await run([...npmCommand(), ...args], {
    env: process.env,
    onOutput: giveUpWithoutNetwork,
  });
  if (status === 127) throw new Trouble("npm-missing");
  return [status === 0, output];
}

/**
 * npm alone would try each of some hundred packages three times, for minutes.
 * @param {string} output
 * @param {() => void} stop
 */
function giveUpWithoutNetwork(output, stop) {
  if (!output.includes("http fetch GET 200") && (output.match(attemptFailed)?.length ?? 0) >= 5) stop();
}

/** @param {string} output */
function troubleOf(output) {
  if (unreachable.test(output)) return new Trouble("no-network");
  const complaints = output.split("\n").filter((line) => line.startsWith("npm error"));
  const detail = complaints.slice(0, 6).join(" ").slice(0, 600);
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
