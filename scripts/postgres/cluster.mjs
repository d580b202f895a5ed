// The files of the embedded database: made once, whole or not at all, and refused when another version made them.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileTrouble, Trouble } from "../launch/trouble.mjs";
import { giveTo } from "./run-as.mjs";

/** @typedef {{ dataDir: string, durable: boolean, identity: import("./run-as.mjs").Identity, binaries: import("./binaries.mjs").Binaries }} Place */

const passwordFile = "owner.password";

/**
 * Where the cluster of a data folder lives.
 * @param {string} dataDir
 */
export function clusterIn(dataDir) {
  return join(dataDir, "pg");
}

/**
 * Throws when the files belong to another major version of PostgreSQL, newer or older; touches nothing.
 * @param {string} dataDir
 * @param {number} major
 */
export function refuseOtherVersion(dataDir, major) {
  const marker = join(clusterIn(dataDir), "PG_VERSION");
  if (!existsSync(marker)) return;
  const found = readFileSync(marker, "utf8").trim();
  if (found !== String(major))
    throw new Trouble("database-version", { found, ours: major, path: clusterIn(dataDir) });
}

/**
 * Makes the cluster if there is none: in a folder beside, renamed when complete, so that a kill leaves no half of one.
 * @param {Place} place
 */
export async function ensureCluster(place) {
  const cluster = clusterIn(place.dataDir);
  if (existsSync(join(cluster, "PG_VERSION"))) return giveTo(cluster, place.identity);
  for (const name of readdirSync(place.dataDir))
    if (name.startsWith("pg.new")) rmSync(join(place.dataDir, name), { recursive: true, force: true });
  const unfinished = `${cluster}.new`;
  const secret = `${unfinished}.password`;
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(secret, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });
  for (const path of [unfinished, secret]) giveTo(path, place.identity);
  await initialise(place, unfinished, secret);
  cpSync(secret, join(unfinished, passwordFile));
  chmodSync(join(unfinished, passwordFile), 0o600);
  rmSync(secret);
  renameSync(unfinished, cluster);
}

/**
 * The password of the cluster's owner, made at random when the cluster was.
 * @param {string} dataDir
 */
export function passwordOf(dataDir) {
  return readFileSync(join(clusterIn(dataDir), passwordFile), "utf8").trim();
}

/** Bytewise C.UTF-8 collation of PostgreSQL's own provider: sorting never changes with the machine's libraries.
 * @param {Place} place @param {string} directory @param {string} secret */
async function initialise({ dataDir, durable, identity, binaries }, directory, secret) {
  const [program, ...args] = [
    ...identity.prefix,
    join(binaries.bin, "initdb"),
    `--pgdata=${directory}`,
    "--username=postgres",
    `--pwfile=${secret}`,
    "--auth=scram-sha-256",
    "--data-checksums",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--locale=C.UTF-8",
    "--lc-messages=C",
    ...(durable ? [] : ["--no-sync"]),
  ];
  const run = spawn(/** @type {string} */ (program), args, {
    cwd: "/",
    stdio: ["ignore", "ignore", "pipe"],
    env: { PATH: process.env["PATH"], TZ: "UTC" },
    ...identity.ids,
  });
  let complaint = "";
  run.stderr?.on("data", (text) => (complaint += text));
  const status = await new Promise((resolve) => run.on("error", resolve).on("close", resolve));
  if (status === 0) return;
  const detail = (status instanceof Error ? status.message : complaint).trim().slice(-600);
  throw fileTrouble(detail, dataDir) ?? new Trouble("database-failed", { detail, path: dataDir });
}
