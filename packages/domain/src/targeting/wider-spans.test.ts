import * as fc from "fast-check";
import { expect, test } from "vitest";
import { exclusionError } from "./exclusion-error.ts";
import { inclusionError } from "./inclusion-error.ts";
import type { CoveredCount, RegisterCount } from "./targeting-counts.ts";
import type { WidenedShare } from "./widened-share.ts";

const lines = fc.constantFrom({ poorTo: 4, betterFrom: 6 }, { poorTo: 1, betterFrom: 2 }, { poorTo: 5, betterFrom: 9 }); // oxfmt-ignore
const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
const decile = fc.integer({ min: 1, max: 10 });
const span = fc.tuple(decile, decile).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
const village = fc.constantFrom("a", "b");

const registerCell: fc.Arbitrary<RegisterCount> = fc
  .record({ span, village: fc.option(village), people: fc.integer({ min: 1, max: 90 }), covered: share, asked: share, sure: share, unlinked: share, variance: share })
  .map(({ span: { from, to }, village: villageCode, people, ...of }) => {
    // People are linked, asked about or neither.
    const asked = Math.floor(people * of.asked);
    const unlinked = Math.floor((people - asked) * of.unlinked);
    const askedExpected = asked * of.sure;
    const covered = askedExpected + (people - asked - unlinked) * of.covered;
    const coveredVariance = (people * of.variance) / 4;
    return { from, to, villageCode, work: "works", people, listed: covered, covered, coveredVariance, asked, askedExpected, unlinked };
  }); // oxfmt-ignore

const coveredCell: fc.Arbitrary<CoveredCount> = fc
  .record({ span, villageCode: village, people: fc.integer({ min: 0, max: 90 }), linked: share, variance: share, asked: fc.integer({ min: 0, max: 20 }), unlinked: share })
  .map(({ span: { from, to }, villageCode, people, ...of }) => {
    const unlinked = Math.floor(people * of.unlinked);
    return { from, to, villageCode, people, linked: people * of.linked, variance: (people * of.variance) / 4, asked: of.asked, unlinked };
  }); // oxfmt-ignore

const wider = <C extends { readonly from: number | null; readonly to: number | null }>(
  cells: readonly C[],
  at: number,
  by: { readonly from: number; readonly to: number },
): readonly C[] =>
  cells.map((cell, index) =>
    index === at % cells.length
      ? { ...cell, from: Math.min(cell.from!, by.from), to: Math.max(cell.to!, by.to) }
      : cell,
  );

/** Where a span leaves nobody sure, nothing is printed at all. */
function expectNoNarrower(before: WidenedShare | null, after: WidenedShare | null): void {
  if (before === null || after === null) return;
  expect(after.low).toBeLessThanOrEqual(before.low + 1e-9);
  expect(after.high).toBeGreaterThanOrEqual(before.high - 1e-9);
}

test("a wider span never narrows the interval of the exclusion error: the wider one holds the former", () => {
  fc.assert(
    fc.property(
      fc.array(registerCell, { minLength: 1, maxLength: 5 }),
      fc.array(coveredCell, { maxLength: 4 }),
      fc.tuple(fc.nat(), span),
      lines,
      (register, covered, [at, by], of) =>
        expectNoNarrower(
          exclusionError({ register, covered }, of),
          exclusionError({ register: wider(register, at, by), covered }, of),
        ),
    ),
    { numRuns: 1000 },
  );
});

test("nor that of the inclusion error", () => {
  fc.assert(
    fc.property(
      fc.array(coveredCell, { minLength: 1, maxLength: 6 }),
      fc.tuple(fc.nat(), span),
      lines,
      (covered, [at, by], of) =>
        expectNoNarrower(inclusionError(covered, of), inclusionError(wider(covered, at, by), of)),
    ),
    { numRuns: 1000 },
  );
});

const cell = (from: number, to: number): RegisterCount => ({ from, to, villageCode: "a", work: "works", people: 50, listed: 20, covered: 20, coveredVariance: 0, asked: 0, askedExpected: 0, unlinked: 0 }); // oxfmt-ignore

const errorOf = (...spans: readonly (readonly [number, number])[]) =>
    exclusionError({ register: spans.map(([from, to]) => cell(from, to)), covered: [] }, { poorTo: 4, betterFrom: 6 })!; // oxfmt-ignore

test("a span within the poor counts as poor, and one that crosses the line moves the interval alone", () => {
  expect(errorOf([2, 2], [1, 4])).toEqual(errorOf([2, 2], [3, 3]));
  const crossing = errorOf([2, 2], [3, 6]);
  expect(crossing).toMatchObject({ part: 30, whole: 50, because: { spans: 50 } });
  expect(crossing.low).toBeLessThan(errorOf([2, 2]).low);
  expect(crossing.high).toBeGreaterThan(errorOf([2, 2]).high);
});
