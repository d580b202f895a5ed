import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import type { FileLimits } from "./file-limits.ts";
import type { Overrun } from "./overrun.ts";

export type ProcessWatch = {
  /** A sign of life: the silence is counted from here. */
  readonly seen: () => void;
  /** The limit for which the process was killed; null when it was not. */
  readonly overrun: () => Overrun | null;
  readonly stop: () => void;
};

const EVERY_MS = 100;
const PAGE_BYTES = 4096;
/** A pause longer than this between two looks was ours: the machine or we were busy. */
const LONGEST_LOOK_MS = 1_000;
/** Clock ticks of /proc, fixed at 100 a second on Linux. */
const TICKS_PER_SECOND = 100;

/**
 * Kills the process when it takes more memory or processor time than it may, says nothing for too long or takes too long
 * altogether. Memory and processor time come from /proc; where there is none, the heap flag and the clocks remain.
 */
export function watchProcess(child: ChildProcess, limits: FileLimits): ProcessWatch {
  let overrun: Overrun | null = null;
  let lastSeen = Date.now();
  let lastLook = Date.now();
  let livedMs = 0;
  const timer = setInterval(() => {
    const now = Date.now();
    if (!isWaitingForUs(child)) livedMs += Math.min(now - lastLook, LONGEST_LOOK_MS);
    lastLook = now;
    const { memoryBytes, cpuSeconds } = usageOf(child.pid);
    if (memoryBytes > limits.memoryBytes) overrun = "memory";
    else if (cpuSeconds > limits.cpuSeconds) overrun = "cpu";
    else if (livedMs > limits.wallSeconds * 1000) overrun = "time";
    else if (now - lastSeen > limits.silenceSeconds * 1000 && !isWaitingForUs(child)) overrun = "time";
    if (overrun !== null) child.kill("SIGKILL");
  }, EVERY_MS);
  timer.unref();
  child.once("close", () => clearInterval(timer));
  return {
    seen: () => {
      lastSeen = Date.now();
    },
    overrun: () => overrun,
    stop: () => clearInterval(timer),
  };
}

/** Its output is read more slowly than it is written: the silence is ours. */
function isWaitingForUs(child: ChildProcess): boolean {
  return (child.stdout?.readableLength ?? 0) > 0;
}

function usageOf(pid: number | undefined): { memoryBytes: number; cpuSeconds: number } {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, "latin1").split(" ")[1]);
    // The name in brackets may hold spaces; user and system time are fields 14 and 15 of the line.
    const afterName = readFileSync(`/proc/${pid}/stat`, "latin1")
      .replace(/^.*\) /, "")
      .split(" ");
    return {
      memoryBytes: pages * PAGE_BYTES,
      cpuSeconds: (Number(afterName[11]) + Number(afterName[12])) / TICKS_PER_SECOND,
    };
  } catch {
    return { memoryBytes: 0, cpuSeconds: 0 };
  }
}
