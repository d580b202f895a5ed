/**
 * How long the commitments of a year take to read, alone and by so many boards at once, in the city of a running data folder.
 * Usage: DATABASE_URL=… TUWAI_DATA=FOLDER TUWAI_ORIGIN=http://localhost node bench/commitments/board.ts [BOARDS]
 */
import { loadavg } from "node:os";
import { withApp } from "../../packages/cli/src/with-app.ts";
import { listCommitments } from "../../packages/server/src/commitments/index.ts";
import { anActor } from "../../packages/server/src/testing/index.ts";

const boards = Number(process.argv[2] ?? 50);
const rounds = 5;
const year = 2027;

const middle = (millis: readonly number[]): string =>
  `p50 ${millis.toSorted((a, b) => a - b)[Math.floor(millis.length / 2)]!.toFixed(0)} ms  longest ${Math.max(...millis).toFixed(0)} ms`;

await withApp(async (app) => {
  const manager = anActor(app, "MGR");
  const read = async (): Promise<number> => {
    const started = performance.now();
    await listCommitments(app, manager, { year });
    return performance.now() - started;
  };
  console.log(`first            ${(await read()).toFixed(0)} ms`);
  const alone: number[] = [];
  for (let run = 0; run < 11; run += 1) alone.push(await read());
  console.log(`one after another  ${middle(alone)}`);
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    const millis = await Promise.all(Array.from({ length: boards }, read));
    const whole = performance.now() - started;
    console.log(
      `${boards} at once        ${middle(millis)}  all in ${whole.toFixed(0)} ms  (goal 1000, load ${loadavg()[0].toFixed(1)})`,
    );
  }
});
