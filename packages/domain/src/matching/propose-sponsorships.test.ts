import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rupiahPerMonth } from "#money";
import { region } from "#regions";
import { defaultMatchingRules, type Sponsor, type WaitingWorker } from "./matching-facts.ts";
import { proposeSponsorships } from "./propose-sponsorships.ts";

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

const pairs = (workers: WaitingWorker[], sponsors: Sponsor[]) =>
  proposeSponsorships(workers, sponsors).proposals.map(
    ({ workerId, sponsorId }) => `${workerId}-${sponsorId}`,
  );

describe("proposeSponsorships", () => {
  it("whoever comes first by priority gets a sponsor when there are not enough, and the reason is told", () => {
    const urgent = aWorker("W2", { priority: { score: 40, codes: ["hazardous-work"] } });
    const result = proposeSponsorships([aWorker("W1"), urgent], [aSponsor("S1")]);
    expect(result.proposals).toEqual([
      {
        workerId: "W2",
        sponsorId: "S1",
        price: 8400,
        reasons: [{ code: "worker-comes-first", because: ["hazardous-work"] }, { code: "next-free-sponsor" }],
      },
    ]);
    expect(result.waiting).toEqual([{ workerId: "W1", code: "no-free-sponsor" }]);
  });

  it("pairs that exist stay together, even when someone else would fit better", () => {
    const workers = [
      aWorker("W1", { sponsorId: "S2" }),
      aWorker("W2", { priority: { score: 99, codes: [] } }),
    ];
    const sponsors = [
      aSponsor("S1"),
      aSponsor("S2", { wishes: { ...noWishes, nominatedWorkerIds: ["W2"] } }),
    ];
    expect(pairs(workers, sponsors)).toEqual(["W1-S2", "W2-S1"]);
  });

  it("a pair ends with its reason when the sponsor stopped, and the worker gets another", () => {
    const result = proposeSponsorships(
      [aWorker("W1", { sponsorId: "S1" })],
      [aSponsor("S1", { isActive: false }), aSponsor("S2")],
    );
    expect(result.ended).toEqual([{ workerId: "W1", sponsorId: "S1", code: "sponsor-stopped" }]);
    expect(result.proposals).toMatchObject([{ workerId: "W1", sponsorId: "S2" }]);
  });

  it("honours the candidate a sponsor named, but never family or someone they manage", () => {
    const wishes = { ...noWishes, nominatedWorkerIds: ["W2"] };
    expect(pairs([aWorker("W1"), aWorker("W2")], [aSponsor("S1", { wishes })])).toEqual(["W2-S1"]);
    expect(
      pairs([aWorker("W1"), aWorker("W2")], [aSponsor("S1", { wishes, conflictingWorkerIds: ["W2"] })]),
    ).toEqual(["W1-S1"]);
  });

  it("a wish weighs more than nearness, and nearness more than the order of ids", () => {
    const worker = aWorker("W1", { workGroup: "fisher" });
    const far = aSponsor("S1", { place: taluk });
    const near = aSponsor("S2", { place: ampalu });
    const neighbour = aSponsor("S3", { place: naras });
    const wishing = aSponsor("S4", { place: taluk, wishes: { ...noWishes, workGroups: ["fisher"] } });
    expect(pairs([worker], [far, near])).toEqual(["W1-S2"]);
    expect(pairs([worker], [far, near, neighbour])).toEqual(["W1-S3"]);
    expect(pairs([worker], [far, near, neighbour, wishing])).toEqual(["W1-S4"]);
  });

  it("spares a sponsor with other wishes while another will do, and leaves one who wants nobody else alone", () => {
    const wishes = { ...noWishes, villages: [taluk] };
    expect(pairs([aWorker("W1")], [aSponsor("S1", { wishes }), aSponsor("S2")])).toEqual(["W1-S2"]);
    expect(pairs([aWorker("W1")], [aSponsor("S1", { wishes })])).toEqual(["W1-S1"]);
    const strict = proposeSponsorships(
      [aWorker("W1")],
      [aSponsor("S1", { wishes: { ...wishes, nothingElse: true } })],
    );
    expect(strict).toMatchObject({
      proposals: [],
      waiting: [{ code: "no-fitting-sponsor" }],
      freeSponsors: [{ sponsorId: "S1", places: 1 }],
    });
  });

  it("never proposes what is above the cap, also when the price by law has risen for an existing pair", () => {
    const dear = aWorker("W1", { price: rupiahPerMonth(16_800), sponsorId: "S1" });
    const result = proposeSponsorships([dear], [aSponsor("S1", { capPerMonth: rupiahPerMonth(10_000) })]);
    expect(result).toMatchObject({ proposals: [], ended: [{ code: "above-cap" }] });
    const two = aSponsor("S1", { workers: 3, capPerMonth: rupiahPerMonth(20_000) });
    expect(pairs([aWorker("W1"), aWorker("W2"), aWorker("W3")], [two])).toEqual(["W1-S1", "W2-S1"]);
  });

  it("a worker whom the sponsor declined is not proposed to them again", () => {
    expect(pairs([aWorker("W1")], [aSponsor("S1", { declinedWorkerIds: ["W1"] })])).toEqual([]);
  });

  const villages = fc.constantFrom(naras, ampalu, taluk);
  const manyWorkers = fc.uniqueArray(
    fc.record({
      id: fc.nat(60).map((n) => `W${n}`),
      villageCode: villages,
      workGroup: fc.constantFrom("fisher", "trader"),
      score: fc.nat(50),
      sponsorId: fc.option(fc.nat(20).map((n) => `S${n}`)),
    }),
    { selector: ({ id }) => id, maxLength: 30 },
  );
  const manySponsors = fc.uniqueArray(
    fc.record({
      id: fc.nat(20).map((n) => `S${n}`),
      place: fc.option(villages),
      isActive: fc.boolean(),
      workers: fc.option(fc.integer({ min: 1, max: 3 })),
      cap: fc.integer({ min: 5000, max: 40_000 }),
      nothingElse: fc.boolean(),
      wished: fc.array(villages, { maxLength: 2 }),
      conflict: fc.nat(60).map((n) => `W${n}`),
    }),
    { selector: ({ id }) => id, maxLength: 15 },
  );
  const cases = fc.record({ workers: manyWorkers, sponsors: manySponsors }).map(({ workers, sponsors }) => ({
    workers: workers.map(({ score, ...worker }) =>
      aWorker(worker.id, { ...worker, priority: { score, codes: [] } }),
    ),
    sponsors: sponsors.map(({ cap, wished, nothingElse, conflict, ...sponsor }) =>
      aSponsor(sponsor.id, {
        ...sponsor,
        capPerMonth: rupiahPerMonth(cap),
        conflictingWorkerIds: [conflict],
        wishes: { ...noWishes, villages: wished, nothingElse },
      }),
    ),
  }));

  it("keeps every promise whatever the lists: one sponsor per worker, places, caps, conflicts, nobody forgotten", () => {
    fc.assert(
      fc.property(cases, ({ workers, sponsors }) => {
        const { proposals, waiting } = proposeSponsorships(workers, sponsors);
        expect([...proposals, ...waiting].map(({ workerId }) => workerId).toSorted()).toEqual(
          workers.map(({ id }) => id).toSorted(),
        );
        for (const sponsor of sponsors) {
          const own = proposals.filter(({ sponsorId }) => sponsorId === sponsor.id);
          expect(own.length).toBeLessThanOrEqual(
            sponsor.isActive ? (sponsor.workers ?? defaultMatchingRules.workersPerSponsor) : 0,
          );
          expect(own.reduce((sum, { price }) => sum + price, 0)).toBeLessThanOrEqual(sponsor.capPerMonth);
          expect(own.some(({ workerId }) => sponsor.conflictingWorkerIds.includes(workerId))).toBe(false);
        }
        expect(proposals.every(({ reasons }) => reasons.length > 0)).toBe(true);
      }),
    );
  });

  it("gives the same proposals for the same lists in any order", () => {
    fc.assert(
      fc.property(cases, ({ workers, sponsors }) => {
        const turned = proposeSponsorships(workers.toReversed(), sponsors.toReversed());
        expect(turned).toEqual(proposeSponsorships(workers, sponsors));
      }),
    );
  });

  it("is stable: proposing again with the pairs accepted changes nothing", () => {
    fc.assert(
      fc.property(cases, ({ workers, sponsors }) => {
        const { proposals } = proposeSponsorships(workers, sponsors);
        const chosen = new Map(proposals.map(({ workerId, sponsorId }) => [workerId, sponsorId]));
        const paired = workers.map((worker) => ({ ...worker, sponsorId: chosen.get(worker.id) ?? null }));
        const again = proposeSponsorships(paired, sponsors);
        const written = (list: typeof proposals) =>
          list.map(({ workerId, sponsorId }) => `${workerId}-${sponsorId}`).toSorted();
        expect(again.ended).toEqual([]);
        expect(written(again.proposals)).toEqual(written(proposals));
      }),
    );
  });
});
