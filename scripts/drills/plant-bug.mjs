// A drill is worth what it finds: runs one in a copy of this program with one bug planted, and expects red.
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
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
    file: "packages/server/src/work/perform-unit.ts",
    from: "const error = await attempt(app, unit, stop)",
    to: `await asSystem(app, (tx) => completeWork(tx, unit.lease));
    const error = await attempt(app, unit, stop)`,
  },
  // Persons are written in one transaction and what became of the rows in another, with a gap between them.
  "rows-apart": {
    file: "packages/server/src/imports/apply-batch.ts",
    from: "await importKindOf(app, batch.kind).applier.apply({ ...step, batch }, rows);",
    to: `await onBehalfOf(app, of, (own) =>
      importKindOf(app, batch.kind).applier.apply({ ...own, batch }, rows),
    );
    await new Promise((resolve) => setTimeout(resolve, 2_000));`,
  },
  // What payroll took is entered in one transaction and marked as entered in another, with a gap between them and no key that tells it again.
  "books-apart": {
    file: "packages/server/src/payroll/post-payroll.ts",
    from: "await postEntries(step, [entry]);",
    to: `await asCity(step.app, "payroll.post", (own) =>
      postEntries(own, [{ ...entry, naturalKey: entry.naturalKey + step.newId() }]),
    );
    await new Promise((resolve) => setTimeout(resolve, 2_000));`,
  },
};

const drills = [
  "kill-import",
  "kill-linking",
  "kill-packets",
  "kill-receipts",
  "kill-months",
  "kill-payroll",
];

const [name = "", first = "", ...rest] = process.argv.slice(2);
const plant = plants[name];
const drill = drills.includes(first) ? first : "kill-import";
const args = drill === first ? rest : [first, ...rest].filter(Boolean);
if (plant === undefined) {
  console.error(
    `Usage: node scripts/drills/plant-bug.mjs ${Object.keys(plants).join("|")} [${drills.join("|")}] [--times N …]`,
  );
  process.exit(64);
}
const copy = mkdtempSync(join(tmpdir(), "tuwai-planted-"));
try {
  copyProgram(copy);
  plantIn(copy, plant);
  const drillArgs = [join(copy, `scripts/drills/${drill}.mjs`), ...args];
  const { stdout, status, signal } = spawnSync(process.execPath, drillArgs, {
    stdio: ["ignore", "pipe", "inherit"],
  });
  process.stdout.write(stdout);
  const isFound = /^\d+ good, [1-9]\d* bad/m.test(String(stdout));
  console.log(
    isFound
      ? `found by ${drill}: ${name}`
      : `NOT FOUND by ${drill}: ${name} (the drill ended with ${signal ?? status})`,
  );
  process.exitCode = isFound ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

/** The program with its build and its packages. These are not copied but linked: the same files under a second name.
 * @param {string} target */
function copyProgram(target) {
  cpSync(root, target, { recursive: true, filter: isOurs });
  const folders = ["", ...readdirSync(join(root, "packages")).map((name) => join("packages", name))];
  for (const folder of folders) {
    const packages = join(folder, "node_modules");
    if (existsSync(join(root, packages))) linkTree(join(root, packages), join(target, packages));
  }
}

/** @param {string} path */
function isOurs(path) {
  return ![".git", ".data", "node_modules"].includes(basename(path));
}

/** @param {string} from @param {string} to */
function linkTree(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkFile(source, target);
  }
}

/** @param {string} source @param {string} target */
function linkFile(source, target) {
  try {
    linkSync(source, target);
  } catch {
    // Another disk: then it is copied.
    copyFileSync(source, target);
  }
}

/** @param {string} target @param {Plant} what */
function plantIn(target, { file, from, to }) {
  const path = join(target, file);
  const text = readFileSync(path, "utf8");
  if (text.split(from).length !== 2) throw new Error(`${file} is not as the plant expects it`);
  writeFileSync(path, text.replace(from, to));
}
