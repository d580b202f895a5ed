/**
 * The best pairs beside the present rule's, for 4,000 sponsors and 10,000 workers in 71 villages, chosen in a thread:
 * seconds and what each aim reaches.
 * Usage: node bench/matching/matching.ts [SPONSORS] [WORKERS]
 */
import { loadavg } from "node:os";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { type Sponsor, type WaitingWorker } from "../../packages/domain/src/matching/index.ts";
import { rupiahPerMonth } from "../../packages/domain/src/money/index.ts";
import { type MatchingAims } from "../../packages/domain/src/optimisation/index.ts";
import { region } from "../../packages/domain/src/regions/index.ts";
import { choosePairs } from "../../packages/server/src/optimisation/index.ts";

const [sponsorCount = 4000, workerCount = 10_000] = process.argv.slice(2).map(Number);
let state = 7;
const random = (): number => {
  state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return state / 4_294_967_296;
};
const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
const chance = (share: number): boolean => random() < share;

const villages = Array.from({ length: 71 }, (_, at) => {
  const kecamatan = String(1 + (at % 4)).padStart(2, "0");
  return region(`13.77.${kecamatan}.2${String(at + 1).padStart(3, "0")}`, `Desa ${at}`).code;
});
const groups = ["fisher", "farmer", "trader", "driver", "builder", "artisan", "domestic", "other"];
const scores = [0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 60];

const workers: WaitingWorker[] = Array.from({ length: workerCount }, (_, at) => {
  const workGroup = oneOf(groups);
  return {
    id: `W${at}`,
    villageCode: oneOf(villages),
    workGroup,
    priority: { score: oneOf(scores), codes: [] },
    price: rupiahPerMonth(workGroup === "driver" ? 8400 : 16_800),
    sponsorId: null,
  };
});
for (let at = 0; at < sponsorCount / 10; at += 1)
  workers[at] = { ...workers[at], sponsorId: `S${Math.floor(random() * sponsorCount)}` };

const sponsors: Sponsor[] = Array.from({ length: sponsorCount }, (_, at) => {
  const places = chance(0.1) ? 2 : 1;
  return {
    id: `S${at}`,
    place: chance(0.7) ? oneOf(villages) : null,
    isActive: chance(0.98),
    workers: places,
    capPerMonth: rupiahPerMonth(chance(0.1) ? 10_000 : places * 16_800),
    wishes: {
      nominatedWorkerIds: chance(0.1) ? [oneOf(workers).id] : [],
      villages: chance(0.2) ? [oneOf(villages), oneOf(villages)] : [],
      workGroups: chance(0.2) ? [oneOf(groups)] : [],
      nothingElse: chance(0.3),
    },
    conflictingWorkerIds: chance(0.1) ? [oneOf(workers).id] : [],
    declinedWorkerIds: chance(0.03) ? [oneOf(workers).id] : [],
  };
});

const stalls = monitorEventLoopDelay({ resolution: 10 });
stalls.enable();
const cpu = process.cpuUsage();
const started = performance.now();
const { aims, ruleAims, ruleTaken } = await choosePairs({ workers, sponsors, options: {} });
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(cpu);
const stalled = (stalls.max / 1e6).toFixed(0);

console.log(
  `${sponsorCount} sponsors, ${workerCount} workers: ${seconds.toFixed(1)} s in all, ${((user + system) / 1e6).toFixed(1)} s of a processor, ` +
    `server's own thread held for ${stalled} ms at most, load ${loadavg()[0].toFixed(1)}`,
);
console.log(`  taken: ${ruleTaken === null ? "the best pairs" : `the rule (${ruleTaken})`}`);
const urgent = ({ levels }: MatchingAims): number =>
  levels.slice(0, 3).reduce((total, { served }) => total + served, 0);
const lines: [string, (aims: MatchingAims) => number][] = [
  ["pairs kept", ({ pairsKept }) => pairsKept],
  ["served", ({ served }) => served],
  ["three most urgent levels", urgent],
  ["nominations", ({ nominated }) => nominated],
  ["wishes", ({ wishes }) => wishes],
  ["same kecamatan", ({ sameKecamatan }) => sameKecamatan],
  ["same village", ({ sameVillage }) => sameVillage],
];
console.log(`  ${"aim".padEnd(26)}${"rule".padStart(8)}${"best".padStart(8)}`);
for (const [name, of] of lines)
  console.log(`  ${name.padEnd(26)}${String(of(ruleAims)).padStart(8)}${String(of(aims)).padStart(8)}`);
