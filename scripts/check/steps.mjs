// What `npm run check` consists of. Each step runs a tool, and tells whether it is content and what it said.
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../launch/root.mjs";
import { run, toolEnvironment } from "../launch/run.mjs";

/** @typedef {{ isGood: boolean, passed: number, failed: number, output: string }} Outcome */
/** @typedef {{ label: string, run: () => Promise<Outcome> }} Step */

/** The pages receive their route types from React Router. Lint and types read them, so neither runs beside it.
 * @type {Step} */
export const routeTypes = {
  label: "Jenis alamat · route types",
  run: () => runTool(["react-router", "typegen"], { cwd: join(root, "packages/web") }),
};

/** @type {readonly Step[]} */
export const checks = [
  { label: "Bentuk berkas · format", run: () => runTool(["oxfmt", "--check"]) },
  { label: "Kaidah dan dinding · lint", run: () => runTool(["oxlint", "--type-aware"]) },
  { label: "Tipe · types", run: runTypes },
  { label: "Tidak terpakai · unused", run: () => runTool(["knip", "--no-progress", "--no-config-hints"]) },
  { label: "Uji satuan · unit tests", run: () => runTests("unit") },
];

/** A tool counts as one thing that passed or failed.
 * @param {string[]} command @param {{ cwd?: string }} [options] @returns {Promise<Outcome>} */
async function runTool(command, options) {
  const { status, output } = await run(command, options);
  return outcomeOf(status === 0, output);
}

/**
 * What has settings of its own is checked apart; all else, which would read the server again for each package, as one. What has not
 * changed since it was checked last is not read again.
 * @returns {Promise<Outcome>}
 */
export async function runTypes() {
  let isGood = true;
  let output = "";
  for (const folder of ["packages/domain", "packages/linkage", "packages/web", "scripts", "."]) {
    const memory = join(root, ".types", `${folder.replaceAll("/", "-")}.tsbuildinfo`);
    const { status, output: said } = await run([
      "tsc",
      "-p",
      folder,
      "--incremental",
      "--tsBuildInfoFile",
      memory,
    ]);
    isGood &&= status === 0;
    output += said;
  }
  return outcomeOf(isGood, output);
}

/**
 * Runs projects of vitest.config.ts and counts their tests; a file that cannot be loaded counts as one failure.
 * @param {...string} projects
 * @returns {Promise<Outcome>}
 */
export async function runTests(...projects) {
  const report = join(tmpdir(), `tuwai-${projects.join("-")}-${process.pid}-${Date.now()}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const chosen = projects.flatMap((project) => ["--project", project]);
  const command = ["vitest", "run", ...chosen, "--passWithNoTests", ...reporters];
  const { status, output } = await run(command, { env: { ...toolEnvironment, NO_COLOR: "1" } });
  const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = readReport(report);
  const unloaded = testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  const failed = numFailedTests + unloaded;
  // An error outside any test, for example in the global setup, must not pass as green either.
  return {
    isGood: status === 0,
    passed: numPassedTests,
    failed: Math.max(failed, status === 0 ? 0 : 1),
    output: failuresIn(output),
  };
}

/** Without the list of what passed.
 * @param {string} output */
function failuresIn(output) {
  const from = output.search(/^⎯+ (Failed|Unhandled|Startup)/m);
  return from < 0 ? output : output.slice(from);
}

/** @param {string} path @returns {{ numPassedTests?: number, numFailedTests?: number, testResults?: { status: string, assertionResults: unknown[] }[] }} */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return {};
  } finally {
    rmSync(path, { force: true });
  }
}

/** @param {boolean} isGood @param {string} output @returns {Outcome} */
function outcomeOf(isGood, output) {
  return { isGood, passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, output };
}
