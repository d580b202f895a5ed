// What the kill drills have in common: rounds, a seeded random moment, and a verdict after each.
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { resolve } from "node:path";
import { toolEnvironment } from "../launch/run.mjs";

/** @typedef {{ command: string, verify: string, times: number, minMs: number, maxMs: number, seed: number, data: string }} Plan */

const usage = `Usage: node scripts/drills/kill-(app|database).mjs --command SH --verify SH
  --command   what is interrupted, a shell command; it finds DATABASE_URL, TUWAI_DATA and DRILL_ROUND in its environment
  --verify    run after each kill, over the restarted database; exit 0 says that nothing is lost and nothing doubled
  --times 30  --min-ms 50  --max-ms 2000  --seed 1   the moment of each kill
  --data DIR  data folder (default .data/drill)`;

/** The plan from the command line; ends the program with the usage when it is incomplete. */
export function readPlan() {
  const { values } = parseArgs({
    options: Object.fromEntries(
      ["command", "verify", "times", "min-ms", "max-ms", "seed", "data"].map((name) => [
        name,
        { type: "string" },
      ]),
    ),
  });
  const { command, verify } = values;
  if (typeof command !== "string" || typeof verify !== "string") {
    console.error(usage);
    process.exit(64);
  }
  const number = (/** @type {string} */ name, /** @type {number} */ standard) =>
    Number(values[name] ?? standard);
  return {
    command,
    verify,
    times: number("times", 30),
    minMs: number("min-ms", 50),
    maxMs: number("max-ms", 2000),
    seed: number("seed", 1),
    data: resolve(values["data"] ?? ".data/drill"),
  };
}

/**
 * Runs the rounds and ends the program: 0 when every verdict was good.
 * @param {Plan} plan
 * @param {(round: { afterMs: number, env: NodeJS.ProcessEnv }) => Promise<{ url: string, said: string }>} strike
 *   starts the command, kills, and returns the address of the database to verify
 */
export async function runDrill(plan, strike) {
  let bad = 0;
  const random = randomFrom(plan.seed);
  for (let round = 1; round <= plan.times; round += 1) {
    const afterMs = Math.round(plan.minMs + random() * (plan.maxMs - plan.minMs));
    const env = { ...toolEnvironment, TUWAI_DATA: plan.data, DRILL_ROUND: String(round) };
    const { url, said } = await strike({ afterMs, env });
    const { status, output } = await shell(plan.verify, { ...env, DATABASE_URL: url }).ended;
    if (status !== 0) bad += 1;
    console.log(
      `${round}/${plan.times} killed after ${afterMs} ms, ${said}: ${status === 0 ? "good" : "BAD"} ${output.trim()}`,
    );
  }
  console.log(`${plan.times - bad} good, ${bad} bad`);
  process.exitCode = bad > 0 ? 1 : 0;
}

/**
 * Starts a shell command in a process group of its own.
 * @param {string} command
 * @param {NodeJS.ProcessEnv} env
 */
export function shell(command, env) {
  const child = spawn("/bin/sh", ["-c", command], { env, stdio: ["ignore", "pipe", "pipe"], detached: true });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => (output += text));
  /** @type {Promise<{ status: number | string, output: string }>} */
  const ended = new Promise((resolve) =>
    child.on("close", (code, signal) => resolve({ status: code ?? signal ?? "gone", output })),
  );
  const kill = () => {
    try {
      if (child.pid) process.kill(-child.pid, "SIGKILL");
    } catch {
      // It had ended before: then this round tests an undisturbed run.
    }
  };
  return { ended, kill };
}

/** mulberry32: the same seed gives the same moments.
 * @param {number} seed */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
