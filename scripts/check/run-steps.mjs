import { secondsSince } from "../launch/step.mjs";

/** @typedef {import("./steps.mjs").Step} Step */

/**
 * Runs steps, at most `atOnce` at a time, with a line for each as it ends; what failed is shown in full.
 * @param {readonly Step[]} steps
 * @param {number} atOnce
 */
export async function runSteps(steps, atOnce) {
  const waiting = [...steps];
  const total = { passed: 0, failed: 0 };
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const from = performance.now();
      const { isGood, passed, failed, output } = await step.run();
      total.passed += passed;
      total.failed += failed;
      const counts = passed + failed > 1 ? `, ${passed} passed, ${failed} failed` : "";
      process.stdout.write(`${isGood ? "✓" : "✗"} ${step.label} … ${secondsSince(from)} s${counts}\n`);
      if (!isGood) process.stdout.write(`${output.trimEnd()}\n`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return total;
}

/**
 * The last line of every test command, and its exit code.
 * @param {...{ passed: number, failed: number }} totals
 */
export function finish(...totals) {
  const passed = totals.reduce((sum, total) => sum + total.passed, 0);
  const failed = totals.reduce((sum, total) => sum + total.failed, 0);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
}
