import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exclusionError } from "./exclusion-error.ts";
import { standingOfDecile } from "./decile-lines.ts";
import { fairReach, hideSmall } from "./fair-reach.ts";
import { inclusionError } from "./inclusion-error.ts";
import type { CoveredCount, RegisterCount } from "./targeting-counts.ts";
import { wilson } from "./wilson.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const lines = { poorTo: 4, betterFrom: 6 };

function poor(wish: Partial<RegisterCount> = {}): RegisterCount {
  return {
    villageCode: "a",
    from: 2,
    to: 2,
    work: "works",
    people: 100,
    listed: 60,
    covered: 40,
    coveredVariance: 0,
    asked: 0,
    askedExpected: 0,
    unlinked: 0,
    ...wish,
  };
}

function insured(wish: Partial<CoveredCount> = {}): CoveredCount {
  return {
    villageCode: "a",
    from: 2,
    to: 2,
    people: 80,
    linked: 80,
    variance: 0,
    asked: 0,
    unlinked: 0,
    ...wish,
  };
}

describe("Wilson's interval", () => {
  test("is the published one: 8 of 10 lie between 49.0 % and 94.3 %", () => {
    const { low, high } = wilson(8, 10)!;
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(["0.4902", "0.9433"]);
  });

  test("holds the share, stays between 0 and 1, and is narrower of more people", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (whole, part) => {
          const { share, low, high } = wilson(part * whole, whole)!;
          const more = wilson(part * whole * 4, whole * 4)!;
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low <= share && share <= high).toBe(true);
          expect(more.high - more.low).toBeLessThanOrEqual(high - low + 1e-12);
        },
      ),
    );
  });

  test("of nobody there is none, and a part larger than its whole is refused", () => {
    expect(wilson(0, 0)).toBeNull();
    expect(() => wilson(3, 2)).toThrow(RangeError);
  });
});

describe("a decile", () => {
  test.each([
    [1, 4, "poor"],
    [5, 5, "between"],
    [6, 10, "better-off"],
    [3, 5, "unclear"],
    [1, 10, "unclear"],
    [null, null, "unknown"],
  ] as const)("from %s to %s is %s, and no span becomes one number", (from, to, standing) => {
    expect(standingOfDecile({ from, to }, lines)).toBe(standing);
  });
});

describe("exclusion error", () => {
  test("is who is not covered of the poor who work; students and the better off are no part of it", () => {
    const register = [poor(), poor({ work: "other", covered: 0 }), poor({ from: 8, to: 8, covered: 0 })];
    const error = exclusionError({ register, covered: [] }, lines)!;
    expect(error).toMatchObject({
      part: 60,
      whole: 100,
      share: 0.6,
      low: error.sampling.low,
      high: error.sampling.high,
    });
  });

  test("without a poor worker there is none", () =>
    expect(exclusionError({ register: [poor({ from: 9, to: 9 })], covered: [] }, lines)).toBeNull());

  test("covered people linked to nobody may be poor workers of their own village, and of no other", () => {
    const register = [poor({ unlinked: 30 }), poor({ villageCode: "b", unlinked: 0 })];
    const at = (villageCode: string) =>
      exclusionError(
        {
          register,
          covered: [insured({ villageCode, from: null, to: null, people: 10, linked: 0, unlinked: 10 })],
        },
        lines,
      )!;
    expect(at("a").because.unlinked).toBe(10);
    expect(at("a").low).toBeLessThan(at("a").sampling.low);
    expect(at("b").because.unlinked).toBe(0);
    expect(at("b").low).toBe(at("b").sampling.low);
  });

  test("an open question moves it both ways", () => {
    const error = exclusionError({ register: [poor({ asked: 20, askedExpected: 8 })], covered: [] }, lines)!;
    expect(error.low).toBeCloseTo(wilson(60 - 12, 100)!.low);
    expect(error.high).toBeCloseTo(wilson(60 + 8, 100)!.high);
  });

  test("the printed interval always holds the one as if every link were right", () => {
    fc.assert(
      fc.property(
        fc.record({
          people: fc.integer({ min: 1, max: 400 }),
          part: share,
          coveredVariance: fc.double({ min: 0, max: 40, noNaN: true }),
          askedPart: share,
          unlinked: fc.integer({ min: 0, max: 60 }),
        }),
        ({ people, part, coveredVariance, askedPart, unlinked }) => {
          const covered = people * part;
          const askedExpected = covered * askedPart;
          const register = [
            poor({ people, covered, coveredVariance, asked: askedExpected, askedExpected, unlinked }),
            poor({ from: 3, to: 6, people: 10, covered: 4 }),
          ];
          const error = exclusionError({ register, covered: [insured({ unlinked: 15 })] }, lines)!;
          expect(error.low).toBeLessThanOrEqual(error.sampling.low);
          expect(error.high).toBeGreaterThanOrEqual(error.sampling.high);
          expect(error.low >= 0 && error.high <= 1).toBe(true);
        },
      ),
    );
  });
});

describe("inclusion error", () => {
  test("is who is better off of the covered whose decile is known", () => {
    const covered = [
      insured({ people: 60, linked: 60 }),
      insured({ from: 7, to: 7, people: 20, linked: 20 }),
    ];
    expect(inclusionError(covered, lines)).toMatchObject({ part: 20, whole: 80, share: 0.25 });
  });

  test("who has no decile is named and counts as neither", () => {
    const covered = [
      insured(),
      insured({ from: 9, to: 9, people: 20, linked: 20 }),
      insured({ from: null, to: null, people: 50, linked: 0 }),
    ];
    expect(inclusionError(covered, lines)).toMatchObject({ whole: 100, because: { unlinked: 50 } });
  });

  test("a link that may be wrong and a span that crosses the line widen it", () => {
    const sure = inclusionError([insured(), insured({ from: 9, to: 9 })], lines)!;
    const doubtful = inclusionError(
      [
        insured(),
        insured({ from: 9, to: 9, variance: 9 }),
        insured({ from: 5, to: 8, people: 20, linked: 20 }),
      ],
      lines,
    )!;
    expect(doubtful.sampling).toEqual(sure.sampling);
    expect(doubtful.low).toBeLessThan(sure.low);
    expect(doubtful.high).toBeGreaterThan(sure.high);
  });
});

const group = (value: string, people: number, covered: number) =>
  ({ dimension: "sex", value, people, covered }) as const;

describe("fair reach", () => {
  const city = { people: 1000, covered: 400 };

  test("a group whose whole interval lies below the city's rate is behind; one that may be so by chance is not", () => {
    const { groups } = fairReach([group("female", 500, 150), group("male", 30, 10)], { city, least: 10 });
    expect(groups.map(({ value, isBehind }) => [value, isBehind])).toEqual([
      ["female", true],
      ["male", false],
    ]);
  });

  test("a group below ten is not shown, nor the one whose number would tell it", () => {
    const { groups, hidden } = fairReach([group("a", 4, 1), group("b", 20, 9), group("c", 300, 90)], {
      city,
      least: 10,
    });
    expect(groups.map(({ value }) => value)).toEqual(["c"]);
    expect(hidden.map(({ value }) => value)).toEqual(["a", "b"]);
  });

  test("of a group in which fewer than ten are covered no share is told, and none to nine look the same", () => {
    const [none, nine] = [0, 9].map(
      (covered) =>
        fairReach([group("a", 80, covered), group("b", 90, 3), group("c", 300, 90)], { city, least: 10 })
          .groups,
    );
    expect(none).toEqual(nine);
    expect(none!.map(({ value, share }) => [value, share])).toEqual([
      ["a", null],
      ["b", null],
      ["c", 0.3],
    ]);
  });

  test("where one group alone keeps its share back, a second one is hidden with it: the city's number would tell the first", () => {
    const { groups, hidden } = fairReach([group("a", 80, 4), group("b", 90, 40), group("c", 300, 90)], {
      city,
      least: 10,
    });
    expect(groups.map(({ value }) => value)).toEqual(["c"]);
    expect(hidden.map(({ value }) => value)).toEqual(["a", "b"]);
  });

  test("of what is hidden no single part can be told from the whole", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2 }), (sizes) => {
        const parts = sizes.map((people) => ({ people }));
        const hidden = hideSmall(parts, 10);
        const many = parts.filter(({ people }) => people > 0).length > 1;
        expect(hidden.length === 1 && many).toBe(false);
        expect(parts.every((part) => part.people === 0 || part.people >= 10 || hidden.includes(part))).toBe(
          true,
        );
      }),
    );
  });
});
