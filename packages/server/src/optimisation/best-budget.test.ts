import { type Fundable, type FundingWay, spendBudget } from "@tuwai/domain/optimisation";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadSolver } from "./load-solver.ts";

let solve: Awaited<ReturnType<typeof loadSolver>>;
beforeAll(async () => {
  solve = await loadSolver(5);
});

const grant = (price: number): readonly FundingWay[] =>
  [4, 6, 12].map((months) => ({
    kind: "grant",
    settled: 0,
    months,
    cost: months * price,
    fullMonths: months - 3,
  }));
const rescue = (price: number, owed: number): readonly FundingWay[] =>
  [0, 6, 12].map((months) => ({
    kind: "rescue",
    settled: owed,
    months,
    cost: (owed + months) * price,
    fullMonths: owed + months,
  }));

const people = (most: number) =>
  fc.uniqueArray(
    fc.record({
      id: fc.nat(99).map((n) => `P${String(n).padStart(2, "0")}`),
      score: fc.constantFrom(0, 5, 20),
      ways: fc.oneof(
        fc.constantFrom(8400, 16_800).map(grant),
        fc.tuple(fc.constantFrom(8400, 16_800), fc.integer({ min: 1, max: 3 })).map(([p, n]) => rescue(p, n)),
        fc.constant<readonly FundingWay[]>([]),
      ),
    }),
    { selector: ({ id }) => id, maxLength: most },
  );
const money = fc.nat(200).map((n) => n * 8400 + 17);

describe("the best use of a budget", () => {
  it("settles before it enrols anew where both are of one rank, as each rupiah buys more full months", () => {
    const fundables: Fundable[] = [
      { id: "A", score: 5, ways: grant(16_800) },
      { id: "B", score: 5, ways: rescue(16_800, 2) },
    ];
    const { use, plain } = spendBudget(fundables, 14 * 16_800, solve);
    expect(use.funded).toMatchObject([{ id: "B", way: { kind: "rescue", months: 12 } }]);
    expect([use.fullMonths, plain.fullMonths]).toEqual([14, 11]);
  });

  it("nobody of a later rank is paid for with money that would buy an earlier rank one more full month", () => {
    const fundables: Fundable[] = [
      { id: "A", score: 9, ways: grant(16_800) },
      { id: "B", score: 1, ways: rescue(8400, 3) },
    ];
    const { ranks, left } = spendBudget(fundables, 12 * 16_800 + 3 * 8400, solve).use;
    expect(ranks).toMatchObject([
      { rank: 1, funded: 1, fullMonths: 9, why: null },
      { rank: 2, funded: 1, fullMonths: 3, why: "not-enough-left" },
    ]);
    expect(left).toBe(0);
    expect(spendBudget(fundables, 6 * 16_800, solve).use.ranks).toMatchObject([
      { rank: 1, fullMonths: 3, why: "not-enough-left" },
      { rank: 2, funded: 0, why: "used-up-before" },
    ]);
  });

  it("spends no more than there is, does at most one thing for each, and forgets nobody", () => {
    fc.assert(
      fc.property(people(40), money, (fundables, budget) => {
        const { use, plainTaken } = spendBudget(fundables, budget, solve);
        expect(plainTaken).toBeNull();
        expect(use.cost + use.left).toBe(budget);
        expect(use.left).toBeGreaterThanOrEqual(0);
        expect(new Set(use.funded.map(({ id }) => id)).size).toBe(use.funded.length);
        for (const { id, way } of use.funded)
          expect(fundables.find((one) => one.id === id)?.ways).toContainEqual(way);
        expect(use.ranks.reduce((sum, rank) => sum + rank.people, 0)).toBe(fundables.length);
      }),
      { numRuns: 100 },
    );
  });

  it("is rank by rank never below going down the list, and the same in any order of the list", () => {
    fc.assert(
      fc.property(people(40), money, (fundables, budget) => {
        const { use, plain } = spendBudget(fundables, budget, solve);
        const at = use.ranks.findIndex(
          ({ fullMonths }, rank) => fullMonths !== plain.ranks[rank]!.fullMonths,
        );
        if (at >= 0) expect(use.ranks[at]!.fullMonths).toBeGreaterThan(plain.ranks[at]!.fullMonths);
        expect(spendBudget(fundables.toReversed(), budget, solve).use).toEqual(use);
      }),
      { numRuns: 100 },
    );
  });

  it("no other way to spend it buys the first ranks more, nor as much for less", () => {
    fc.assert(
      fc.property(
        people(5),
        fc.nat(60).map((n) => n * 8400),
        (fundables, budget) => {
          const { ranks } = spendBudget(fundables, budget, solve).use;
          let left = budget;
          for (const { rank, fullMonths, cost } of ranks) {
            const scores = [...new Set(fundables.map(({ score }) => score))].toSorted((a, b) => b - a);
            const own = fundables.filter(({ score }) => score === scores[rank - 1]);
            const best = everyUse(own)
              .filter((one) => one.cost <= left)
              .toSorted((a, b) => b.fullMonths - a.fullMonths || a.cost - b.cost)[0]!;
            expect({ fullMonths, cost }).toEqual(best);
            left -= cost;
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it("goes down the list and says so where no answer is found", () => {
    const fundables: Fundable[] = [
      { id: "A", score: 5, ways: grant(16_800) },
      { id: "B", score: 5, ways: grant(16_800) },
    ];
    const { use, plain, plainTaken } = spendBudget(fundables, 16 * 16_800, () => undefined);
    expect([plainTaken, use]).toEqual(["no-answer", plain]);
    expect(use.fullMonths).toBe(10);
  });
});

type Sum = { readonly fullMonths: number; readonly cost: number };

function everyUse(fundables: readonly Fundable[]): readonly Sum[] {
  let all: readonly Sum[] = [{ fullMonths: 0, cost: 0 }];
  for (const { ways } of fundables)
    all = all.flatMap((sum) => [
      sum,
      ...ways.map((way) => ({ fullMonths: sum.fullMonths + way.fullMonths, cost: sum.cost + way.cost })),
    ]);
  return all;
}
