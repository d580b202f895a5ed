import { spawn, type ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { AppError } from "#app";
import { refuseFile } from "./file-limits.ts";
import type { ReadOptions } from "./read-options.ts";
import { unpackRow, type TableEvent, type WireRow } from "./table-events.ts";
import { watchProcess, type Overrun } from "./watch-process.ts";

const childFile = fileURLToPath(new URL("table-child.ts", import.meta.url));

/**
 * Streams a table from a file that `inspectFile` has passed, read in a process of its own under limits of memory, time
 * and reach. The stream ends with `end` or with `refused`; stopping early ends the process. Throws `unavailable` when
 * the process dies of something that is not the file's fault, so that the job is tried again.
 */
export async function* readTable(path: string, options: ReadOptions): AsyncGenerator<TableEvent, void> {
  const child = startChild(path, options);
  const watch = watchProcess(child, options.limits);
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  let isComplete = false;
  try {
    for await (const line of readLines(child, watch.seen)) {
      const event = eventOf(line);
      isComplete ||= event.type === "end" || event.type === "refused";
      yield event;
    }
    const code = await ended;
    if (!isComplete) yield refusalOfDeath(watch.overrun(), code);
  } finally {
    watch.stop();
    child.kill("SIGKILL");
  }
}

/** The first rows of every sheet, to recognise the list with; or why the file cannot be read. */
export async function sampleTable(path: string, options: ReadOptions): Promise<TableEvent[]> {
  const events: TableEvent[] = [];
  for await (const event of readTable(path, { ...options, sampleRows: options.sampleRows ?? 300 }))
    events.push(event);
  return events;
}

function startChild(path: string, options: ReadOptions): ChildProcess {
  const readable = [path, ...listOwnPaths()].map((allowed) => `--allow-fs-read=${allowed}`);
  const flags = [
    `--max-old-space-size=${options.limits.heapMegabytes}`,
    "--disallow-code-generation-from-strings",
    "--permission",
    "--no-warnings",
  ];
  return spawn(process.execPath, [...flags, ...readable, childFile, path, JSON.stringify(options)], {
    cwd: dirname(childFile),
    env: {},
    stdio: ["ignore", "pipe", "ignore"],
  });
}

/** The program of the child: this folder, the two parsers, and what Node looks up to load them. */
function listOwnPaths(): string[] {
  const here = dirname(childFile);
  const require = createRequire(import.meta.url);
  const yauzl = dirname(require.resolve("yauzl"));
  const pend = dirname(createRequire(require.resolve("yauzl")).resolve("pend"));
  const csvParse = dirname(dirname(dirname(fileURLToPath(import.meta.resolve("csv-parse/sync")))));
  const manifests = [
    new URL("../../package.json", import.meta.url),
    new URL("../package.json", import.meta.url),
  ];
  return [here, yauzl, pend, csvParse, ...manifests.map((url) => fileURLToPath(url))];
}

function eventOf(line: string): TableEvent {
  const parsed = JSON.parse(line) as WireRow | TableEvent;
  return Array.isArray(parsed) ? unpackRow(parsed as WireRow) : (parsed as TableEvent);
}

/** Past a limit the file is to blame; a heap overflow ends Node with 134 or SIGABRT. Anything else is ours. */
function refusalOfDeath(overrun: Overrun | null, exitCode: number | null): TableEvent {
  const isHeap = overrun === null && (exitCode === 134 || exitCode === 5);
  const limit = overrun ?? (isHeap ? "memory" : null);
  if (limit === null) throw new AppError("unavailable", { message: "the file reader ended early", exitCode });
  const { code, details } = refuseFile("E-LIMIT", { limit });
  return { type: "refused", code, details };
}

async function* readLines(child: ChildProcess, seen: () => void): AsyncGenerator<string, void> {
  let rest = "";
  child.stdout?.setEncoding("utf8");
  for await (const chunk of (child.stdout ?? []) as AsyncIterable<string>) {
    seen();
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  // Text after the last line end is the half line of a process that died.
}
