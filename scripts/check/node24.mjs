import { spawn } from "node:child_process";
import { Trouble } from "../launch/trouble.mjs";

/**
 * Installs what is missing and goes on in the Node that runs everything else. The first call, on whatever Node the
 * machine has, never returns: it starts this command again and ends as that one ends.
 * @param {() => Promise<string>} prepareAll returns the Node to use
 */
export async function continueOnNode24(prepareAll) {
  if (process.env["TUWAI_PREPARED"] === String(process.ppid)) return;
  try {
    const node = await prepareAll();
    process.exit(await runAgain(node));
  } catch (error) {
    process.stderr.write(error instanceof Trouble ? `\n${error.message}\n` : `\n${String(error)}\n`);
    process.stdout.write("0 passed, 1 failed\n");
    process.exit(1);
  }
}

/** @param {string} node @returns {Promise<number>} */
function runAgain(node) {
  const child = spawn(node, process.argv.slice(1), {
    stdio: "inherit",
    env: { ...process.env, TUWAI_PREPARED: String(process.pid) },
  });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"]))
    process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.on("exit", (code) => resolve(code ?? 1)));
}
