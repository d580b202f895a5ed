/**
 * How long the minutes of a meeting take to draw, and what memory so many of them need, from the final minutes of a running data folder.
 * Usage: DATABASE_URL=… TUWAI_DATA=FOLDER TUWAI_ORIGIN=http://localhost node bench/documents/minutes.ts [DOCUMENTS]
 */
import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import type { MinutesFacts } from "../../packages/domain/src/minutes/index.ts";
import { withApp } from "../../packages/cli/src/with-app.ts";
import { drawMinutes } from "../../packages/server/src/minutes/draw-minutes.ts";
import { readRows } from "../../packages/server/src/testing/index.ts";

const documents = Number(process.argv[2] ?? 300);

const megabytes = (pid: number | string): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
const children = (): readonly string[] =>
  readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, "utf8").split(" ").filter(Boolean);

await withApp(async (app) => {
  const [found] = await readRows<{ document: MinutesFacts; hash: string }>(
    app,
    "select document, snapshot_hash as hash from app.minutes where document is not null limit 1",
  );
  if (found === undefined) throw new Error("this city has no final minutes");
  const { document: facts, hash } = found;
  const millis: number[] = [];
  let most = 0;
  for (let n = 0; n < documents; n += 1) {
    const started = performance.now();
    await drawMinutes({ facts, hash, size: n % 2 === 0 ? "a4" : "f4", at: new Date(n * 1000) });
    millis.push(performance.now() - started);
    most = Math.max(most, ...children().map(megabytes));
  }
  const sorted = millis.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(0);
  const rows = facts.snapshot.villages.length;
  console.log(
    `${documents} minutes of ${rows} rows   median ${at(0.5)} ms  p95 ${at(0.95)} ms  longest ${at(1)} ms`,
  );
  console.log(
    `memory: drawing process at most ${most.toFixed(0)} MB, the server's ${megabytes(process.pid).toFixed(0)} MB  (load ${loadavg()[0]?.toFixed(1)})`,
  );
});
