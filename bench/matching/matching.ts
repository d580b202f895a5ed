/**
 * The best pairs beside the present rule's, for 4,000 sponsors and 10,000 workers in 71 villages: seconds and what each aim reaches.
 * Usage: node bench/matching/matching.ts [SPONSORS] [WORKERS]
 */
import { loadavg } from "node:os";
import { type Sponsor, type WaitingWorker } from "../../packages/domain/src/matching/index.ts";
import { rupiahPerMonth } from "../../packages/domain/src/money/index.ts";
import { type MatchingAims, optimiseSponsorships } from "../../packages/domain/src/optimisation/index.ts";
import { region } from "../../packages/domain/src/regions/index.ts";
import { loadSolver } from "../../packages/server/src/optimisation/load-solver.ts";

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

const solve = await loadSolver(60);
const started = performance.now();
const solved: string[] = [];
const { aims, ruleAims, ruleTaken } = optimiseSponsorships(workers, sponsors, (problem) => {
  const began = performance.now();
  const answer = solve(problem);
  const took = ((performance.now() - began) / 1000).toFixed(2);
  solved.push(`${problem.columns.length} columns, ${problem.rows.length} rows, ${took} s`);
  return answer;
});
const seconds = (performance.now() - started) / 1000;

console.log(
  `${sponsorCount} sponsors, ${workerCount} workers: ${seconds.toFixed(1)} s in all, load ${loadavg()[0].toFixed(1)}`,
);
solved.forEach((line) => console.log(`  solved ${line}`));
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
