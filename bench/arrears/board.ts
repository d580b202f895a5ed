/**
 * How long the board of arrears takes to read, over a register of so many workers of whom one in ten is in arrears.
 * Usage: TUWAI_DEMO=0 TUWAI_ORIGIN=http://localhost TUWAI_DATA=NEW_FOLDER node bench/arrears/board.ts [WORKERS]
 */
import { loadavg } from "node:os";
import { withApp, withDatabase } from "../../packages/cli/src/with-app.ts";
import { listArrears } from "../../packages/server/src/arrears/index.ts";
import { anActor, insertPlaces, syntheticRegister } from "../../packages/server/src/testing/index.ts";

const workers = Number(process.argv[2] ?? 100_000);
const times = 21;
const goal = 60;

await withDatabase(async (url) => {
  process.env["DATABASE_URL"] = url;
  await withApp(async (app) => {
    await insertPlaces(app);
    await syntheticRegister(url, { persons: workers, villages: 71 });
    const manager = anActor(app, "MGR");
    for (const [what, filter] of [
      ["everything", {}],
      ["30 days", { bucket: "30" }],
      ["lapsed", { bucket: "ended" }],
      ["the tenth page", { page: 10 }],
    ] as const) {
      const millis: number[] = [];
      let rows = 0;
      for (let run = 0; run < times; run += 1) {
        const started = performance.now();
        rows = (await listArrears(app, manager, filter)).rows.length;
        millis.push(performance.now() - started);
      }
      const p50 = millis.toSorted((a, b) => a - b)[Math.floor(times / 2)]!;
      const load = loadavg()[0].toFixed(1);
      console.log(
        `${what.padEnd(16)} ${String(rows).padStart(3)} rows  p50 ${p50.toFixed(0)} ms  (goal ${goal}, load ${load})`,
      );
    }
  });
});
