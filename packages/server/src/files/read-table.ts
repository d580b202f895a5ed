import { spawn, type ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import type { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { AppError } from "#app";
import { refuseFile } from "./file-limits.ts";
import { splitIntoLines } from "./read-lines.ts";
import type { ReadOptions } from "./read-options.ts";
import { readerProgram } from "./reader-program.ts";
import { unpackRow, type TableEvent, type WireRow } from "./table-events.ts";
import { limitOfExit, type Overrun } from "./overrun.ts";
import { type ProcessWatch, watchProcess } from "./watch-process.ts";

/** Characters of one event on the pipe: a row at its limit, each sign escaped, twice over. More comes only from a reader gone astray. */
const LONGEST_EVENT = 1024 * 1024;
const childFile = fileURLToPath(new URL("table-child.ts", import.meta.url));
const firstFile = new URL("take-program.mjs", import.meta.url).href;

/**
 * Streams a table from a file that `inspectFile` has passed, read in a process of its own under limits of memory, time
 * and reach. The stream ends with `end` or with `refused`; stopping early ends the process. Throws `unavailable` when
 * the process dies of something that is not the file's fault, so that the job is tried again, and the reason of `signal`
 * when that ends the reading.
 */
export async function* readTable(
  path: string,
  options: ReadOptions,
  signal?: AbortSignal,
): AsyncGenerator<TableEvent, void> {
  signal?.throwIfAborted();
  const child = startChild(path, options);
  const watch = watchProcess(child, options.limits);
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const kill = () => child.kill("SIGKILL");
  signal?.addEventListener("abort", kill, { once: true });
  let isComplete = false;
  try {
    for await (const line of readLines(child, watch)) {
      signal?.throwIfAborted();
      const event = eventOf(line);
      isComplete ||= event.type === "end" || event.type === "refused";
      yield event;
    }
    const code = await ended;
    signal?.throwIfAborted();
    if (!isComplete) yield refusalOfDeath(watch.overrun(), code);
  } finally {
    signal?.removeEventListener("abort", kill);
    watch.stop();
    kill();
  }
}

/** The first rows of every sheet, to recognise the list with; or why the file cannot be read. */
export async function sampleTable(
  path: string,
  options: ReadOptions,
  signal?: AbortSignal,
): Promise<TableEvent[]> {
  const events: TableEvent[] = [];
  for await (const event of readTable(path, { ...options, sampleRows: options.sampleRows ?? 300 }, signal))
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
    `--import=${firstFile}`,
  ];
  const child = spawn(process.execPath, [...flags, ...readable, childFile, path, JSON.stringify(options)], {
    cwd: dirname(childFile),
    env: {},
    stdio: ["ignore", "pipe", "ignore", "pipe"],
  });
  // A child that ended before it was told its program is noticed by its exit.
  (child.stdio[3] as Writable).on("error", () => undefined).end(readerProgram());
  return child;
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
  const limit = overrun ?? limitOfExit(exitCode) ?? (isHeap ? "memory" : null);
  if (limit === null) throw new AppError("unavailable", { message: "the file reader ended early", exitCode });
  const { code, details } = refuseFile("E-LIMIT", { limit });
  return { type: "refused", code, details };
}

async function* readLines(child: ChildProcess, watch: ProcessWatch): AsyncGenerator<string, void> {
  child.stdout?.setEncoding("utf8");
  const pieces = (async function* () {
    for await (const piece of (child.stdout ?? []) as AsyncIterable<string>) {
      watch.seen();
      yield piece;
    }
  })();
  yield* splitIntoLines(pieces, LONGEST_EVENT, () => {
    throw new AppError("unavailable", { message: "the file reader sent a line without end" });
  });
}
