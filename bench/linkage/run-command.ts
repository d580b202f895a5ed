import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export type StageTime = { stage: string; seconds: number; cpuSeconds: number };
/** Of the run with the median wall time. */
export type Cost = { wall: number; cpu: number; megabytes: number; stages: StageTime[] };

const main = fileURLToPath(new URL("../../packages/linkage/src/command/main.ts", import.meta.url));
const script = `const { runCommand } = await import(${JSON.stringify(main)});
process.exitCode = await runCommand(JSON.parse(process.argv[1]));
const used = process.resourceUsage();
console.error("\\ncost", used.userCPUTime + used.systemCPUTime, used.maxRSS);`;

/** Runs one command line of tuwai-linkage several times, each in a process of its own: wall, CPU of all threads, peak memory. */
export function costOf(args: readonly string[], runs: number): Cost {
  const costs = Array.from({ length: runs }, () => runOnce([...args, "--timings", "--json"]));
  const median = costs.toSorted((a, b) => a.wall - b.wall)[Math.floor(runs / 2)];
  if (!median) throw new Error("at least one run is needed");
  return median;
}

function runOnce(args: readonly string[]): Cost {
  const started = performance.now();
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ["--input-type=module", "-e", script, JSON.stringify(args)],
    { encoding: "utf8", maxBuffer: 2 ** 28 },
  );
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
  const [, cpu = "0", kilobytes = "0"] = /cost (\d+) (\d+)/.exec(stderr) ?? [];
  return {
    wall: (performance.now() - started) / 1000,
    cpu: Number(cpu) / 1e6,
    megabytes: Number(kilobytes) / 1024,
    stages: (JSON.parse(stdout) as { timings: StageTime[] }).timings,
  };
}
