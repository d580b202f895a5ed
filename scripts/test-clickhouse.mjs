// `npm run test:clickhouse`: the second engine of the linkage package against a real ClickHouse, which runs in the
// process of the tests. Its package is half a gigabyte, so it is no dependency: it is installed aside, once.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { continueOnNode24 } from "./check/node24.mjs";
import { finish, runSteps } from "./check/run-steps.mjs";
import { runTests } from "./check/steps.mjs";
import { prepareTools } from "./launch/prepare.mjs";
import { root } from "./launch/root.mjs";
import { npmCommand, run } from "./launch/run.mjs";

const version = "3.4.0";
const folder = process.env["TUWAI_CHDB"] ?? join(root, "node_modules/.cache/chdb");

await continueOnNode24(prepareTools);
const installed = await runSteps(isInstalled() ? [] : [{ label: `chdb ${version}`, run: install }], 1);
if (installed.failed > 0) finish(installed);
else {
  const label = "Mesin kedua · second engine";
  finish(await runSteps([{ label, run: () => runTests("clickhouse") }], 1));
}

/** npm notes what it installed at the very end. */
function isInstalled() {
  return (
    existsSync(join(folder, "node_modules/chdb")) &&
    existsSync(join(folder, "node_modules/.package-lock.json"))
  );
}

/** @returns {Promise<import("./check/steps.mjs").Outcome>} */
async function install() {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), `${JSON.stringify({ private: true })}\n`);
  const flags = ["--save-exact", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"];
  const { status, output } = await run([...npmCommand(), "install", ...flags, `chdb@${version}`], {
    cwd: folder,
  });
  const advice = `These tests need chdb ${version} (about 543 MB) from the npm registry, which cannot be reached or has none for this machine. Install it elsewhere and name its folder in TUWAI_CHDB.`;
  const isGood = status === 0;
  return { isGood, passed: 0, failed: isGood ? 0 : 1, output: isGood ? "" : `${advice}\n${output}` };
}
