import type { Progress } from "#linking";

const steps = ["read", "prepare", "train", "block", "score", "assign", "write"] as const;

/** A one-line bar on a terminal, one line a step elsewhere. Goes to stderr: stdout is for results. */
export function progressBar(stream: NodeJS.WriteStream = process.stderr): Progress {
  const started = performance.now();
  return (step) => {
    const done = steps.indexOf(step);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const bar = "█".repeat(done) + "░".repeat(steps.length - done);
    if (stream.isTTY) stream.write(`\r${bar} ${step.padEnd(8)} ${seconds} s${step === "write" ? "\n" : ""}`);
    else stream.write(`${step} ${seconds} s\n`);
  };
}
