// A drill is worth what it finds: runs kill-import.mjs in a copy of this program with one bug planted, and expects red.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { root } from "../launch/root.mjs";

/** @typedef {{ file: string, from: string, to: string }} Plant */

/** @type {Record<string, Plant>} */
const plants = {
  // A message is ticked off before its work is done: a process that dies in between forgets the work.
  "ticked-off-first": {
    file: "packages/server/src/outbox/drain-outbox.ts",
    from: "const message = await claimMessage(tx);",
    to: `const message = await asSystem(app, async (own) => {
      const found = await claimMessage(own);
      if (found) await completeMessage(own, found.id);
      return found;
    });`,
  },
  // Persons are written in one transaction and what became of the rows in another, with a gap between them.
  "rows-apart": {
    file: "packages/server/src/imports/apply-batch.ts",
    from: "await appliers[batch.kind].apply({ app, tx, actor: uploader, batch }, rows);",
    to: `await inTransaction(app, uploader, (own) =>
      appliers[batch.kind].apply({ app, tx: own, actor: uploader, batch }, rows),
    );
    await new Promise((resolve) => setTimeout(resolve, 400));`,
  },
};

const [name = "", ...args] = process.argv.slice(2);
const plant = plants[name];
if (plant === undefined) {
  console.error(`Usage: node scripts/drills/plant-bug.mjs ${Object.keys(plants).join("|")} [--times N …]`);
  process.exit(64);
}
const copy = mkdtempSync(join(tmpdir(), "tuwai-planted-"));
try {
  copyProgram(copy);
  plantIn(copy, plant);
  const drill = join(copy, "scripts/drills/kill-import.mjs");
  const { status } = spawnSync(process.execPath, [drill, ...args], { stdio: "inherit" });
  console.log(status === 1 ? `found: ${name}` : `NOT FOUND: ${name} (the drill ended with ${status})`);
  process.exitCode = status === 1 ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

/** The program with its build; packages of others are shared, our own are the copy's.
 * @param {string} target */
function copyProgram(target) {
  cpSync(root, target, { recursive: true, filter: isOurs });
  linkPackages(join(root, "node_modules"), join(target, "node_modules"));
  const own = join("node_modules", "@tuwai");
  cpSync(join(root, own), join(target, own), { recursive: true, verbatimSymlinks: true });
  for (const folder of readdirSync(join(root, "packages"))) {
    const inner = join("packages", folder, "node_modules");
    if (existsSync(join(root, inner))) linkPackages(join(root, inner), join(target, inner));
  }
}

/** @param {string} path */
function isOurs(path) {
  return ![".git", ".data", "node_modules"].includes(basename(path));
}

/** @param {string} from @param {string} to */
function linkPackages(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from))
    if (entry !== "@tuwai") symlinkSync(join(from, entry), join(to, entry));
}

/** @param {string} target @param {Plant} what */
function plantIn(target, { file, from, to }) {
  const path = join(target, file);
  const text = readFileSync(path, "utf8");
  if (text.split(from).length !== 2) throw new Error(`${file} is not as the plant expects it`);
  writeFileSync(path, text.replace(from, to));
}
