import { proposeSponsorships, type Sponsor, type WaitingWorker } from "@tuwai/domain/matching";
import { rupiahPerMonth } from "@tuwai/domain/money";
import {
  aimsBelow,
  countAims,
  defaultWeights,
  type MatchingAims,
  optimiseSponsorships,
} from "@tuwai/domain/optimisation";
import { region } from "@tuwai/domain/regions";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadSolver } from "./load-solver.ts";

const naras = region("13.77.02.2015", "Naras I").code;
const ampalu = region("13.77.02.2005", "Ampalu").code;
const taluk = region("13.77.03.2018", "Taluk").code;
const noWishes = { nominatedWorkerIds: [], villages: [], workGroups: [], nothingElse: false };

function aWorker(id: string, over: Partial<WaitingWorker> = {}): WaitingWorker {
  return {
    id,
    villageCode: naras,
    workGroup: "trader",
    priority: { score: 0, codes: [] },
    price: rupiahPerMonth(8400),
    sponsorId: null,
    ...over,
  };
}

function aSponsor(id: string, over: Partial<Sponsor> = {}): Sponsor {
  return {
    id,
    place: null,
    isActive: true,
    workers: null,
    capPerMonth: rupiahPerMonth(20_000),
    wishes: noWishes,
    conflictingWorkerIds: [],
    declinedWorkerIds: [],
    ...over,
  };
}

let solve: Awaited<ReturnType<typeof loadSolver>>;
beforeAll(async () => {
  solve = await loadSolver(5);
});

const villages = fc.constantFrom(naras, ampalu, taluk);
const groups = fc.constantFrom("fisher", "trader", "driver");
/** Of few ids many lists speak of the same people: names, refusals and pairs meet. */
const citiesOf = (ids: { readonly workers: number; readonly sponsors: number }) => {
  const workerId = fc.nat(ids.workers).map((n) => `W${n}`);
  const sponsorId = fc.nat(ids.sponsors).map((n) => `S${n}`);
  const manyWorkers = fc.uniqueArray(
    fc.record({
      id: workerId,
      villageCode: villages,
      workGroup: groups,
      score: fc.constantFrom(0, 0, 5, 10, 40),
      price: fc.constantFrom(8400, 16_800),
      sponsorId: fc.option(sponsorId, { freq: 3 }),
    }),
    { selector: ({ id }) => id, maxLength: 40 },
  );
  const manySponsors = fc.uniqueArray(
    fc.record({
      id: sponsorId,
      place: fc.option(villages),
      isActive: fc.constantFrom(true, true, true, false),
      workers: fc.option(fc.integer({ min: 1, max: 4 })),
      cap: fc.integer({ min: 5000, max: 60_000 }),
      nothingElse: fc.boolean(),
      wishedVillages: fc.array(villages, { maxLength: 2 }),
      wishedGroups: fc.array(groups, { maxLength: 1 }),
      named: fc.array(workerId, { maxLength: 2 }),
      conflicts: fc.array(workerId, { maxLength: 5 }),
      declined: fc.array(workerId, { maxLength: 2 }),
    }),
    { selector: ({ id }) => id, maxLength: 25 },
  );
  return fc.record({ workers: manyWorkers, sponsors: manySponsors }).map(({ workers, sponsors }) => ({
    workers: workers.map(({ score, price, ...worker }) =>
      aWorker(worker.id, { ...worker, price: rupiahPerMonth(price), priority: { score, codes: [] } }),
    ),
    sponsors: sponsors.map(
      ({ cap, wishedVillages, wishedGroups, nothingElse, named, conflicts, declined, ...sponsor }) =>
        aSponsor(sponsor.id, {
          ...sponsor,
          capPerMonth: rupiahPerMonth(cap),
          conflictingWorkerIds: conflicts,
          declinedWorkerIds: declined,
          wishes: {
            nominatedWorkerIds: named,
            villages: wishedVillages,
            workGroups: wishedGroups,
            nothingElse,
          },
        }),
    ),
  }));
};
const cases = citiesOf({ workers: 60, sponsors: 30 });

const best = (workers: readonly WaitingWorker[], sponsors: readonly Sponsor[]) =>
  optimiseSponsorships(workers, sponsors, solve);
const pairsOf = (workers: readonly WaitingWorker[], sponsors: readonly Sponsor[]) =>
  best(workers, sponsors)
    .result.proposals.map(({ workerId, sponsorId }) => `${workerId}-${sponsorId}`)
    .toSorted();

describe("the best pairs", () => {
  it("serves both where the rule gives the only fitting sponsor of one worker to another", () => {
    const workers = [
      aWorker("W1", { priority: { score: 9, codes: [] }, workGroup: "fisher" }),
      aWorker("W2", { villageCode: taluk }),
    ];
    const onlyFishers = { ...noWishes, workGroups: ["fisher"], nothingElse: true };
    const sponsors = [aSponsor("S1", { place: naras }), aSponsor("S2", { wishes: onlyFishers })];
    const near = [aSponsor("S1", { place: taluk }), aSponsor("S2", { place: naras })];
    expect(pairsOf(workers, sponsors)).toEqual(["W1-S2", "W2-S1"]);
    expect(pairsOf(workers, near)).toEqual(["W1-S2", "W2-S1"]);
  });

  it("gives each pair its reasons, and says where only the good of all speaks for it", () => {
    const workers = [aWorker("W1", { priority: { score: 9, codes: ["hazardous-work"] } })];
    const wishes = { ...noWishes, villages: [naras] };
    expect(best(workers, [aSponsor("S1", { place: ampalu, wishes })]).result.proposals).toMatchObject([
      {
        reasons: [
          { code: "worker-comes-first", because: ["hazardous-work"] },
          { code: "wished-village", village: naras },
          { code: "same-kecamatan" },
        ],
      },
    ]);
    expect(best([aWorker("W1")], [aSponsor("S1")]).result.proposals).toMatchObject([
      { reasons: [{ code: "best-for-all" }] },
    ]);
  });

  it("says why a worker still waits", () => {
    const onlyTaluk = { ...noWishes, villages: [taluk], nothingElse: true };
    expect(best([aWorker("W1")], [aSponsor("S1", { wishes: onlyTaluk })]).result).toMatchObject({
      waiting: [{ workerId: "W1", code: "no-fitting-sponsor" }],
      freeSponsors: [{ sponsorId: "S1", places: 1 }],
    });
    expect(best([aWorker("W1"), aWorker("W2")], [aSponsor("S1")]).result.waiting).toEqual([
      { workerId: "W2", code: "no-free-sponsor" },
    ]);
  });

  it("is below the present rule on no aim, and leaves it for want of an answer nowhere", () => {
    fc.assert(
      fc.property(cases, ({ workers, sponsors }) => {
        const { result, aims, ruleAims, ruleTaken } = best(workers, sponsors);
        expect(ruleTaken).toBeNull();
        expect(aims).toEqual(countAims(result, { workers, sponsors }));
        expect(ruleAims).toEqual(countAims(proposeSponsorships(workers, sponsors), { workers, sponsors }));
        expect(aimsBelow(aims, ruleAims)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("keeps every promise: one sponsor a worker, places, caps, refusals, strict wishes, nobody forgotten, pairs together", () => {
    fc.assert(
      fc.property(cases, ({ workers, sponsors }) => {
        const { proposals, waiting } = best(workers, sponsors).result;
        expect([...proposals, ...waiting].map(({ workerId }) => workerId).toSorted()).toEqual(
          workers.map(({ id }) => id).toSorted(),
        );
        for (const sponsor of sponsors) keepsPromises(sponsor, proposals, workers);
        expect(proposals.filter(isKept)).toEqual(
          proposeSponsorships(workers, sponsors).proposals.filter(isKept),
        );
        expect(proposals.every(({ reasons }) => reasons.length > 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("gives the same pairs for the same lists in any order", () => {
    fc.assert(
      fc.property(cases, ({ workers, sponsors }) => {
        expect(best(workers.toReversed(), sponsors.toReversed())).toEqual(best(workers, sponsors));
      }),
    );
  });

  it("of two pairs for one place the more urgent one stays, of equals the first: no wish of somebody else parts it", () => {
    const workers = [
      aWorker("W0", { workGroup: "fisher", sponsorId: "S1" }),
      aWorker("W1", { workGroup: "driver", sponsorId: "S1" }),
    ];
    const sponsors = [aSponsor("S0", { wishes: { ...noWishes, workGroups: ["fisher"] } }), aSponsor("S1")];
    expect(pairsOf(workers, sponsors)).toEqual(["W0-S1", "W1-S0"]);
    const other = { proposals: [aPair("W0", "S0"), aPair("W1", "S1")] };
    expect(pointsOf(countAims(other, { workers, sponsors }))).toBe(
      pointsOf(best(workers, sponsors).aims) + 10,
    );
  });

  it("no other way to give the places that are left reaches more points without being below the rule", () => {
    const few = citiesOf({ workers: 6, sponsors: 5 }).map(({ workers, sponsors }) => ({
      workers: workers.slice(0, 5),
      sponsors: sponsors.slice(0, 4).map((sponsor) => ({ ...sponsor, capPerMonth: rupiahPerMonth(99_000) })),
    }));
    fc.assert(
      fc.property(few, ({ workers, sponsors }) => {
        const { aims, ruleAims } = best(workers, sponsors);
        const kept = proposeSponsorships(workers, sponsors).proposals.filter(isKept);
        const most = Math.max(
          ...everyMatching(workers, sponsors)
            .filter((proposals) => kept.every((pair) => has(proposals, pair)))
            .map((proposals) => countAims({ proposals }, { workers, sponsors }))
            .filter((other) => aimsBelow(other, ruleAims).length === 0)
            .map(pointsOf),
        );
        expect(pointsOf(aims)).toBe(most);
      }),
      { numRuns: 500 },
    );
  });
});

type Proposals = ReturnType<typeof best>["result"]["proposals"];

function keepsPromises(sponsor: Sponsor, proposals: Proposals, workers: readonly WaitingWorker[]): void {
  const own = proposals.filter(({ sponsorId }) => sponsorId === sponsor.id);
  expect(own.length).toBeLessThanOrEqual(sponsor.isActive ? (sponsor.workers ?? 1) : 0);
  expect(own.reduce((sum, { price }) => sum + price, 0)).toBeLessThanOrEqual(sponsor.capPerMonth);
  const refused = [...sponsor.conflictingWorkerIds, ...sponsor.declinedWorkerIds];
  expect(own.some(({ workerId }) => refused.includes(workerId))).toBe(false);
  for (const { workerId, reasons } of own) {
    if (reasons.some(({ code }) => code === "existing-pair")) continue;
    expect(
      mayHave(
        sponsor,
        workers.find(({ id }) => id === workerId)!,
      ),
    ).toBe(true);
  }
}

function mayHave(sponsor: Sponsor, { id, villageCode, workGroup, sponsorId }: WaitingWorker): boolean {
  const { nominatedWorkerIds, villages: wished, workGroups, nothingElse } = sponsor.wishes;
  if (!sponsor.isActive) return false;
  if ([...sponsor.conflictingWorkerIds, ...sponsor.declinedWorkerIds].includes(id)) return false;
  if (sponsorId === sponsor.id || nominatedWorkerIds.includes(id)) return true;
  const hasWishes = nominatedWorkerIds.length + wished.length + workGroups.length > 0;
  return !(nothingElse && hasWishes) || wished.includes(villageCode) || workGroups.includes(workGroup);
}

const isKept = ({ reasons }: Proposals[number]): boolean =>
  reasons.some(({ code }) => code === "existing-pair");

const has = (proposals: Proposals, { workerId, sponsorId }: Proposals[number]): boolean =>
  proposals.some((other) => other.workerId === workerId && other.sponsorId === sponsorId);

const aPair = (workerId: string, sponsorId: string): Proposals[number] => ({
  workerId,
  sponsorId,
  price: rupiahPerMonth(0),
  reasons: [],
});

type Pairing = readonly { readonly workerId: string; readonly sponsorId: string }[];

function everyMatching(workers: readonly WaitingWorker[], sponsors: readonly Sponsor[]): Proposals[] {
  let all: Pairing[] = [[]];
  for (const worker of workers) {
    all = all.flatMap((pairs) => [
      pairs,
      ...sponsors
        .filter(
          ({ id, workers: places }) => pairs.filter((one) => one.sponsorId === id).length < (places ?? 1),
        )
        .filter((sponsor) => mayHave(sponsor, worker))
        .map(({ id }) => [...pairs, { workerId: worker.id, sponsorId: id }]),
    ]);
  }
  return all.map((pairs) => pairs.map(({ workerId, sponsorId }) => aPair(workerId, sponsorId)));
}

function pointsOf({ nominated, levels, wishes, sameKecamatan, sameVillage }: MatchingAims): number {
  const { priority, wishes: each, near } = defaultWeights;
  const steps = levels.reduce((sum, { served }, at) => sum + served * (levels.length - at), 0);
  return (
    nominated * priority * (levels.length + 1) +
    steps * priority +
    wishes * each +
    (sameKecamatan + sameVillage) * near
  );
}
