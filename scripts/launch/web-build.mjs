// Builds the web pages when their sources changed since the last complete build.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./root.mjs";
import { run, toolEnvironment } from "./run.mjs";
import { fileTrouble, Trouble } from "./trouble.mjs";

const web = join(root, "packages/web");
const stamp = join(web, "build/sources.sha256");
// The pages bundle rules of the domain; of the server they only call the doors, which stay outside the bundle.
const sources = ["packages/web", "packages/domain/src", "package-lock.json"];
const made = new Set(["build", "node_modules", ".react-router", ".types"]);

/** Whether the build that stands was made from the sources that stand. */
export function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === sourcesHash();
}

/** @param {string} node the Node that builds */
export async function buildWeb(node) {
  const hash = sourcesHash();
  try {
    rmSync(stamp, { force: true });
    const { scripts } = JSON.parse(readFileSync(join(web, "package.json"), "utf8"));
    const env = {
      ...toolEnvironment,
      PATH: `${dirname(node)}:${toolEnvironment.PATH}`,
      NODE_ENV: "production",
    };
    const { status, output } = await run(["/bin/sh", "-c", scripts.build], { cwd: web, env });
    if (status !== 0)
      throw fileTrouble(output, web) ?? new Trouble("build-failed", { detail: errorIn(output) });
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, hash);
  } catch (error) {
    throw error instanceof Trouble ? error : (fileTrouble(error, web) ?? error);
  }
}

/** The tools say much before and after the error itself.
 * @param {string} output */
function errorIn(output) {
  const lines = output
    .trim()
    .split("\n")
    .filter((line) => !line.startsWith("    at "));
  const from = lines.findIndex((line) => /^\s*(\w*Error:|✗|error\b)/i.test(line));
  return lines.slice(Math.max(from, 0)).slice(0, 12).join("\n");
}

function sourcesHash() {
  const hash = createHash("sha256");
  for (const source of sources) addTo(hash, source);
  return hash.digest("hex");
}

/** @param {import("node:crypto").Hash} hash @param {string} path relative to the root */
function addTo(hash, path) {
  const full = join(root, path);
  const entries = readEntries(full);
  if (!entries) hash.update(`${path}\0`).update(readFileSync(full)).update("\0");
  else
    for (const name of entries)
      if (!made.has(name) && !name.includes(".test.")) addTo(hash, join(path, name));
}

/** Names in a folder in a fixed order; null for a file.
 * @param {string} path */
function readEntries(path) {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ENOTDIR") return null;
    throw error;
  }
}
