import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilDate } from "#time";
import { releaseCount, releasePercent, type ReleasedCount } from "./release-count.ts";
import { releaseCoverage } from "./release-coverage.ts";
import type { CoverageRelease } from "./released-place.ts";
import { shareOf } from "./share-of.ts";
import { unchangedSince } from "./unchanged-since.ts";

const first = { previous: null };
const figure = (asOf: string, numerator: number, definition = "a") => ({
  definition,
  asOf: civilDate(asOf),
  numerator,
  denominator: 100,
});
const village = (code: string, numerator: number, listed: number) => {
  const estimate = listed === 0 ? null : { low: listed, middle: listed, high: listed };
  return { code, numerator, listed, estimate };
};

const numerators = (places: CoverageRelease["villages"]) => places.map(({ numerator }) => numerator);

const basesOf = (release: CoverageRelease) =>
  new Map([...release.villages, ...release.kecamatan, release.city].map(({ code, basis }) => [code, basis]));

describe("shareOf", () => {
  it("11,000 active of 48,881 who work is 22.5 %, not the 37 % that were published", () => {
    expect(shareOf(11_000, 48_881)).toBe(22.5);
  });

  it("says nothing of nobody, and counts people in whole numbers only", () => {
    expect(shareOf(5, 0)).toBeNull();
    expect(() => shareOf(-1, 10)).toThrow(RangeError);
  });
});

describe("unchangedSince", () => {
  it("knows since when a figure has not moved", () => {
    const history = [
      figure("2025-04-01", 36),
      figure("2025-05-01", 37),
      figure("2025-06-01", 37),
      figure("2025-12-01", 37),
    ];
    expect(unchangedSince(history)).toBe("2025-05-01");
    expect(unchangedSince(history.slice(0, 1))).toBe("2025-04-01");
    expect(unchangedSince([])).toBeUndefined();
  });

  it("never compares figures of two definitions", () => {
    const history = [figure("2025-04-01", 37), figure("2025-05-01", 37, "b")];
    expect(unchangedSince(history)).toBe("2025-05-01");
  });
});

describe("releaseCount", () => {
  it.each([[0, null], [1, null], [9, null], [10, 10], [12, 10], [13, 15], [17, 15], [18, 20], [101_680, 101_680]])(
    "publishes %i as %s",
    (value, published) => {
      expect(releaseCount(value, first).published).toBe(published);
    },
  ); // oxfmt-ignore

  it("publishes zero only when it cannot be otherwise", () => {
    expect(releaseCount(0, { ...first, isStructuralZero: true }).published).toBe(0);
    expect(releaseCount(3, { ...first, isStructuralZero: true }).published).toBeNull();
  });

  it("stays as last published until the true value has moved by five, so one newcomer never shows", () => {
    const march = releaseCount(52, first);
    const april = releaseCount(53, { previous: march });
    const may = releaseCount(56, { previous: april });
    const june = releaseCount(57, { previous: may });
    expect([march, april, may, june].map(({ published }) => published)).toEqual([50, 50, 50, 55]);
  });

  it("a small village does not appear the month its tenth worker is covered", () => {
    const before = releaseCount(9, first);
    expect(releaseCount(10, { previous: before }).published).toBeNull();
    expect(releaseCount(14, { previous: before }).published).toBe(15);
  });

  it("whatever happens month by month, every published figure is null or a multiple of five from ten, and near the truth", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300), { minLength: 1 }), (months) => {
        let released: ReleasedCount | null = null;
        for (const value of months) {
          const next: ReleasedCount = releaseCount(value, { previous: released });
          const { published } = next;
          expect(published === null || (published >= 10 && published % 5 === 0)).toBe(true);
          if (published !== null) expect(Math.abs(published - value)).toBeLessThanOrEqual(6);
          if (published === null) expect(value).toBeLessThan(14);
          if (released !== null && Math.abs(value - released.basis) < 5) expect(next).toEqual(released);
          released = next;
        }
      }),
    );
  });
});

describe("releasePercent", () => {
  it.each([
    [10, 15, null, "none"],
    [10, 20, 50, "none"],
    [null, 100, null, "none"],
    [50, null, null, "none"],
    [95, 100, 95, "at-least"],
    [100, 100, 95, "at-least"],
    [105, 100, 95, "at-least"],
    [10, 500, 2, "none"],
    [200, 27_373, 0.7, "none"],
    [55, 130, 42.3, "none"],
  ])("of %s in %s says %s, %s", (numerator, denominator, percent, bound) => {
    expect(releasePercent(numerator, denominator)).toEqual({ percent, bound });
  });
});

describe("releaseCoverage", () => {
  const counts = [
    village("13.77.01.1001", 48, 212),
    village("13.77.01.1002", 4, 93),
    village("13.77.01.1003", 6, 41),
    village("13.77.02.2015", 97, 251),
  ];
  const none = new Map();

  it("withholds small villages, yet counts their people in kecamatan and city, rounded from the true numbers", () => {
    const { villages, kecamatan, city } = releaseCoverage(counts, none);
    expect(
      villages.map(({ numerator, listed, percent, suppressed }) => [numerator, listed, percent, suppressed]),
    ).toEqual([
      [50, 210, 23.6, false],
      [null, 95, null, true],
      [null, 40, null, true],
      [95, 250, 37.8, false],
    ]);
    expect(kecamatan).toMatchObject([
      { code: "13.77.01", numerator: 60, listed: 345, suppressed: false },
      { code: "13.77.02", numerator: 95, listed: 250, suppressed: false },
    ]);
    expect(city).toMatchObject({
      code: "13.77",
      numerator: 155,
      listed: 595,
      percent: 26,
      suppressed: false,
    });
  });

  it("withholds the smallest further village beside the only small one, for the total would show it", () => {
    const one = counts.with(2, village("13.77.01.1003", 16, 41));
    expect(numerators(releaseCoverage(one, none).villages)).toEqual([50, null, null, 95]);
    expect(releaseCoverage(one, none).kecamatan[0]!.numerator).toBe(70);
  });

  it("never withholds a kecamatan alone: the smallest further one goes with it, with a village of its own", () => {
    const made = [
      village("13.77.01.1001", 4, 60),
      village("13.77.02.1001", 30, 60),
      village("13.77.02.1002", 40, 60),
      village("13.77.03.1001", 90, 200),
    ];
    const { villages, kecamatan, city } = releaseCoverage(made, none);
    expect(numerators(kecamatan)).toEqual([null, null, 90]);
    expect(numerators(villages)).toEqual([null, null, 40, 90]);
    expect(city.numerator).toBe(165);
  });

  it("where a city is one kecamatan of one small village, the city is withheld with it", () => {
    const { kecamatan, city } = releaseCoverage([village("13.77.01.1001", 4, 60)], none);
    expect([kecamatan[0]!.numerator, city.numerator]).toEqual([null, null]);
    const drift = { numerator: { published: null, basis: 8 }, listed: { published: 60, basis: 60 } };
    const later = releaseCoverage([village("13.77.01.1001", 12, 60)], new Map([["13.77.01.1001", drift]]));
    expect([later.villages[0]!.numerator, later.kecamatan[0]!.numerator, later.city.numerator]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it("where nobody is counted there is no figure, nothing suppressed, and no reason to withhold another", () => {
    const made = [
      village("13.77.01.1001", 0, 0),
      village("13.77.02.1001", 30, 60),
      village("13.77.02.1002", 0, 0),
    ];
    const { villages, kecamatan } = releaseCoverage(made, none);
    expect(villages.map(({ numerator, suppressed }) => [numerator, suppressed])).toEqual([
      [null, false],
      [30, false],
      [null, false],
    ]);
    expect(numerators(kecamatan)).toEqual([null, 30]);
    const small = made.with(1, village("13.77.02.1001", 3, 60));
    const withheld = releaseCoverage(small, none);
    expect([...withheld.villages, ...withheld.kecamatan].map(({ suppressed }) => suppressed)).toEqual([
      false,
      true,
      false,
      false,
      true,
    ]);
  });

  it("keeps withholding the same village for another's sake, and lets it go when nothing needs it", () => {
    const first = releaseCoverage(
      [village("13.77.01.1001", 4, 60), village("13.77.01.1002", 16, 60), village("13.77.01.1003", 20, 60)],
      none,
    );
    expect(numerators(first.villages)).toEqual([null, null, 20]);
    const hopping = [
      village("13.77.01.1001", 4, 60),
      village("13.77.01.1002", 30, 60),
      village("13.77.01.1003", 20, 60),
    ];
    expect(numerators(releaseCoverage(hopping, basesOf(first)).villages)).toEqual([null, null, 20]);
    const grown = hopping.with(0, village("13.77.01.1001", 14, 60));
    expect(numerators(releaseCoverage(grown, basesOf(first)).villages)).toEqual([15, 30, 20]);
  });

  it("whatever the numbers, no published total has exactly one withheld part, and each is near its true sum", () => {
    const people = fc.record({
      numerator: fc.nat(60),
      denominator: fc.oneof(fc.constant(0), fc.nat(400)),
      kecamatan: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(people, { minLength: 1, maxLength: 20 }), (list) => {
        const made = list.map(({ numerator, denominator, kecamatan }, place) =>
          village(`13.77.0${kecamatan + 1}.${1001 + place}`, Math.min(numerator, denominator), denominator),
        );
        const { villages, kecamatan, city } = releaseCoverage(made, none);
        for (const half of ["numerator", "listed"] as const) {
          const hidden = (places: CoverageRelease["villages"]) =>
            places.filter((place) => place[half] === null && place.suppressed).length;
          if (city[half] !== null) {
            expect(hidden(kecamatan)).not.toBe(1);
            expect(hidden(villages)).not.toBe(1);
            expect(Math.abs(city[half] - made.reduce((sum, one) => sum + one[half], 0))).toBeLessThan(3);
          }
          for (const whole of kecamatan.filter((place) => place[half] !== null))
            expect(hidden(villages.filter(({ code }) => code.startsWith(`${whole.code}.`)))).not.toBe(1);
        }
      }),
    );
  });

  it("one person more in a village changes nothing in the next release, at no level", () => {
    const before = releaseCoverage(counts, none);
    for (const moved of counts) {
      const next = counts.map((one) => (one === moved ? { ...one, numerator: one.numerator + 1 } : one));
      expect(releaseCoverage(next, basesOf(before))).toEqual(before);
    }
  });
});
