import { spawn } from "node:child_process";
import { basename, delimiter, join } from "node:path";
import { root } from "./root.mjs";

/** @typedef {{ status: number, output: string }} Finished status 127 when the command does not exist */

/**
 * The environment in which our own tools, and Node 24, come first. Compiled and type-stripped code is kept: saves about
 * 0.7 s of processor time at every start of the application or a command but the first.
 */
export const toolEnvironment = {
  NODE_COMPILE_CACHE: join(root, "node_modules/.cache/node"),
  ...process.env,
  PATH: `${join(root, "node_modules/.bin")}${delimiter}${process.env["PATH"] ?? ""}`,
};

/**
 * Runs a command and keeps what it says, standard output and errors in the order they came.
 * @param {string[]} command
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onOutput?: (text: string, stop: () => void) => void }} [options]
 * @returns {Promise<Finished>}
 */
export function run([program, ...args], { cwd = root, env = toolEnvironment, onOutput } = {}) {
  return new Promise((resolve) => {
    const child = spawn(/** @type {string} */ (program), args, {
      cwd,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
        onOutput?.(output, () => child.kill());
      });
    child.on("error", (error) => resolve({ status: 127, output: error.message }));
    child.on("close", (code) => resolve({ status: code ?? 1, output }));
  });
}

/**
 * How to call npm: the very one that called us, else the one on the path. Never with the Node of our own packages, which
 * `npm start` finds first and an install takes away while it runs.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} execPath
 */
export function npmCommand(env = process.env, execPath = process.execPath) {
  const program = env["npm_execpath"];
  const node = env["npm_node_execpath"] ?? execPath;
  const isOurs = node.startsWith(join(root, "node_modules"));
  return program && basename(program).startsWith("npm") && !isOurs ? [node, program] : ["npm"];
}
