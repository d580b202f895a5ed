import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilDate } from "#time";
import { coverageDefinition } from "./coverage-definition.ts";
import { coverageOf, differenceOf, unchangedSince } from "./coverage-of.ts";
import { releaseCount, releasePercent, totalOfReleased, type ReleasedCount } from "./release-count.ts";
import { releaseCoverage } from "./release-coverage.ts";

const count = (value: number, asOf = "2025-06-30") => ({ value, source: "press", asOf: civilDate(asOf) });
const first = { previous: null };
const figureOf = (code: string, value: number) =>
  coverageOf({ definition: coverageDefinition(code), numerator: count(value), denominator: count(1000) });
const figure = (asOf: string, numerator: number) => ({ asOf: civilDate(asOf), numerator, denominator: 100 });
const village = (code: string, numerator: number, denominator: number) => ({ code, numerator, denominator });

describe("coverageOf", () => {
  it("11,000 active of 48,881 who work is 22.5 %, not the 37 % that were published", () => {
    const published = coverageOf({
      definition: coverageDefinition("rpjmn"),
      numerator: count(11_000),
      denominator: count(48_881),
    });
    expect(published).toMatchObject({ percent: 22.5, remarks: [] });
  });

  it("says what a reader must know: no denominator, more covered than exist, dates far apart", () => {
    const definition = coverageDefinition("ucj");
    expect(coverageOf({ definition, numerator: count(5), denominator: count(0) })).toMatchObject({
      percent: null,
      remarks: ["no-denominator", "more-covered-than-exist"],
    });
    expect(
      coverageOf({ definition, numerator: count(12), denominator: count(10, "2023-01-01") }).remarks,
    ).toEqual(["more-covered-than-exist", "dates-far-apart"]);
    expect(() => coverageOf({ definition, numerator: count(-1), denominator: count(10) })).toThrow(
      RangeError,
    );
  });

  it("never compares figures of two ladders", () => {
    expect(differenceOf(figureOf("ucj", 370), figureOf("ucj", 365))).toBe(0.5);
    expect(() => differenceOf(figureOf("ucj", 370), figureOf("rpjmn", 365))).toThrow(RangeError);
    expect(() => coverageDefinition("37")).toThrow(RangeError);
  });

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
});

describe("releaseCount", () => {
  it.each([[0, null], [1, null], [9, null], [10, 10], [12, 10], [13, 15], [17, 15], [18, 20], [101_680, 101_680]])(
    "publishes %i as %s",
    (value, published) => {
      expect(releaseCount(value, first).published).toBe(published);
    },
  ); // prettier-ignore

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
    [10, 500, 5, "at-most"],
    [55, 130, 42.3, "none"],
  ])("of %s in %s says %s, %s", (numerator, denominator, percent, bound) => {
    expect(releasePercent(numerator, denominator)).toEqual({ percent, bound });
  });
});

describe("releaseCoverage", () => {
  const counts = [
    village("13.77.01.1001", 48, 212),
    village("13.77.01.1002", 4, 93),
    village("13.77.02.2015", 97, 251),
  ];

  it("withholds small villages and adds up only what is published", () => {
    const { villages, kecamatan, city } = releaseCoverage(counts, new Map());
    expect(
      villages.map(({ numerator, denominator, percent, suppressed }) => [
        numerator,
        denominator,
        percent,
        suppressed,
      ]),
    ).toEqual([
      [50, 210, 23.8, false],
      [null, 95, null, true],
      [95, 250, 38, false],
    ]);
    expect(kecamatan).toMatchObject([
      { code: "13.77.01", numerator: 50, denominator: 210, suppressed: true },
      { code: "13.77.02", numerator: 95, denominator: 250, suppressed: false },
    ]);
    expect(city).toMatchObject({
      code: "13.77",
      numerator: 145,
      denominator: 460,
      percent: 31.5,
      suppressed: true,
    });
  });

  it("a total is always the sum of its published parts", () => {
    const people = fc.record({ numerator: fc.nat(200), denominator: fc.nat(400) });
    fc.assert(
      fc.property(fc.array(people, { minLength: 1, maxLength: 20 }), (list) => {
        const made = list.map(({ numerator, denominator }, place) =>
          village(`13.77.01.${1001 + place}`, numerator, denominator),
        );
        const { villages, city } = releaseCoverage(made, new Map());
        const whole = villages.filter(({ suppressed }) => !suppressed);
        const sum = whole.reduce((total, { numerator }) => total + (numerator ?? 0), 0);
        expect(city.numerator).toBe(whole.length === 0 ? null : sum);
        expect(totalOfReleased(villages.map(({ basis }) => basis.numerator)).suppressedParts).toBe(
          villages.filter(({ numerator }) => numerator === null).length,
        );
      }),
    );
  });

  it("one person more in a village changes nothing in the next release, at no level", () => {
    const before = releaseCoverage(counts, new Map());
    const bases = new Map(before.villages.map(({ code, basis }) => [code, basis]));
    for (const moved of counts) {
      const next = counts.map((one) => (one === moved ? { ...one, numerator: one.numerator + 1 } : one));
      expect(releaseCoverage(next, bases)).toEqual(before);
    }
  });
});
