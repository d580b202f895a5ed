import { registerHooks } from "node:module";
import type { FileLimits } from "./file-limits.ts";
import { exitOf } from "./overrun.ts";
import type { ReadOptions } from "./read-options.ts";
import { RefusedFile } from "./refused-file.ts";
import { packRow, type TableEvent } from "./table-events.ts";

/**
 * The process that reads strangers' files: no network, no environment, no file but the one it was given. It writes one
 * JSON document per line and ends; whatever else happens to it is the parent's to notice.
 */
const FLUSH_AT = 64 * 1024;
const forbidden =
  /^(node:)?(net|tls|http|https|http2|dns|dgram|inspector|worker_threads|child_process|cluster)(\/|$)/;

registerHooks({
  resolve(specifier, context, next) {
    if (forbidden.test(specifier)) throw new Error("a reader of files has no network");
    return next(specifier, context);
  },
});
Reflect.deleteProperty(globalThis, "fetch");
Reflect.deleteProperty(globalThis, "WebSocket");
Reflect.deleteProperty(globalThis, "EventSource");

const EVERY_MS = 200;
let waitedMs = 0;
const [path = "", given = "{}"] = process.argv.slice(2);
const options = JSON.parse(given) as ReadOptions;
guardOurselves(options.limits);
await send(read(path, options));

/** The parent watches us from outside; this holds when it is gone, or too busy to look. */
function guardOurselves({ cpuSeconds, wallSeconds }: FileLimits): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage();
    if (process.ppid !== parent) process.exit(1);
    if ((user + system) / 1_000_000 > cpuSeconds) process.exit(exitOf("cpu"));
    if (process.uptime() * 1000 - waitedMs > wallSeconds * 1000) process.exit(exitOf("time"));
  }, EVERY_MS);
  timer.unref();
}

async function* read(path: string, options: ReadOptions): AsyncGenerator<TableEvent, void> {
  try {
    if (options.format === "xlsx") yield* (await import("./read-workbook.ts")).readWorkbook(path, options);
    else if (options.format === "ods") yield* (await import("./read-ods.ts")).readOds(path, options);
    else yield* (await import("./read-csv.ts")).readCsv(path, options);
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    yield { type: "refused", code: error.code, details: error.details };
  }
}

async function send(events: AsyncIterable<TableEvent>): Promise<void> {
  let waiting = "";
  for await (const event of events) {
    waiting += `${JSON.stringify(event.type === "row" ? packRow(event) : event)}\n`;
    if (waiting.length >= FLUSH_AT) {
      await write(waiting);
      waiting = "";
    }
  }
  await write(waiting);
}

/** Waits for the pipe, so that a slow reader slows us down instead of filling our memory. */
function write(text: string): Promise<void> {
  const from = performance.now();
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      waitedMs += performance.now() - from;
      if (error) reject(error);
      else resolve();
    });
  });
}
