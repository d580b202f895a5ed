import { array, assert, integer, nat, property, tuple } from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  besideLadder,
  buildLadder,
  checkTarget,
  checkValue,
  coarsenLadder,
  compareValues,
  DefinitionMismatch,
  estimateWorkers,
  type IndicatorValue,
  isTooLow,
  type LadderCounts,
  ladderPlaces,
  nextTarget,
  percentOf,
  placesOf,
  type SeriesCode,
  seriesList,
  spread,
  standsSince,
} from "./index.ts";

const value = <Code extends SeriesCode>(
  series: Code,
  asOf: string,
  figure: Partial<IndicatorValue<Code>>,
): IndicatorValue<Code> => ({
  series,
  place: "13.77",
  asOf,
  numerator: null,
  denominator: null,
  barePercent: null,
  mark: "reported",
  ...figure,
});
const press = (asOf: string, barePercent: number) => value("press-coverage", asOf, { barePercent });

describe("a figure", () => {
  it("is the percentage of both its halves, and 11,000 of 48,881 who work are 22.5 %, not 37 %", () => {
    expect(percentOf({ numerator: 11_000, denominator: 48_881, barePercent: null })).toBe(22.5);
    expect(percentOf(press("2025-04", 37))).toBe(37);
    expect(percentOf({ numerator: 1_100, denominator: null, barePercent: null })).toBeNull();
    expect(percentOf({ numerator: 0, denominator: 0, barePercent: null })).toBeNull();
  });

  it("of another definition cannot be compared: the types say so, and where they cannot it is a typed error", () => {
    const ours = value("vulnerable-covered", "2025-12", { numerator: 100, denominator: 200 });
    // @ts-expect-error two definitions
    const mixed = () => compareValues(press("2025-12-18", 37), ours);
    expect(mixed).toThrow(DefinitionMismatch);
    const elsewhere = { ...ours, place: "13.71" };
    expect(() => compareValues(ours, elsewhere)).toThrow(
      expect.objectContaining({ code: "different-definitions" }),
    );
    expect(() => standsSince([press("2025-04", 37), ours])).toThrow(DefinitionMismatch);
    expectTypeOf(compareValues<"press-coverage">)
      .parameter(1)
      .toEqualTypeOf<IndicatorValue<"press-coverage">>();
  });

  it("compared with an earlier one says by how many points it moved, and whether under the same denominator", () => {
    const before = value("workers-covered", "2024-08", { numerator: 10_000, denominator: 48_881 });
    const after = value("workers-covered", "2025-06", { numerator: 11_000, denominator: 48_881 });
    expect(compareValues(before, after)).toEqual({ points: 2, isSameDenominator: true });
    expect(compareValues(before, { ...after, denominator: 40_000 })).toEqual({
      points: 7,
      isSameDenominator: false,
    });
  });

  it("stands since the first of the last dates that tell the same", () => {
    expect(standsSince([press("2025-12-18", 37), press("2025-04", 37)])).toBe("2025-04");
    expect(standsSince([press("2025-04", 37), press("2025-06", 36), press("2025-12-18", 37)])).toBe(
      "2025-12-18",
    );
    expect(standsSince([])).toBeNull();
  });
});

describe("a typed figure", () => {
  const typed = {
    series: "workers-covered",
    asOf: "2025-06",
    numerator: 11_000,
    denominator: 48_881,
    barePercent: null,
    source: "BPS",
  };
  const check = (change: Partial<Parameters<typeof checkValue>[0]>) =>
    checkValue({ ...typed, ...change }, "2026-12-01");

  it("is taken with both halves, or with one where the other is unknown", () => {
    expect(check({})).toEqual([]);
    expect(check({ denominator: null })).toEqual([]);
  });

  it("is refused with every reason at once", () => {
    expect(check({ series: "vulnerable-covered" })).toEqual(["counted-here"]);
    expect(check({ numerator: null, denominator: null, barePercent: 37 })).toEqual(["bare-percent"]);
    expect(check({ series: "press-coverage", numerator: null, denominator: null, barePercent: 37 })).toEqual(
      [],
    );
    expect(check({ numerator: 5, denominator: 4, asOf: "2027-01", source: " " })).toEqual([
      "in-future",
      "numerator-above-denominator",
      "without-source",
    ]);
    expect(check({ series: "x", asOf: "2025-02-30", barePercent: 101 })).toEqual([
      "unknown-series",
      "bad-date",
      "bad-number",
      "both-ways",
    ]);
    expect(check({ numerator: null, denominator: null })).toEqual(["without-figure"]);
  });

  it("has a definition for each code, and only the register's own are counted here", () => {
    expect(new Set(seriesList.map(({ code }) => code)).size).toBe(seriesList.length);
    expect(seriesList.filter(({ enteredBy }) => enteredBy === "register").map(({ code }) => code)).toEqual([
      "vulnerable-covered",
      "listed-covered",
    ]);
  });
});

it("a target is a percentage of a known ladder with its source; the next one is that of this year or a later one", () => {
  expect(checkTarget({ ladder: "rpjmn", year: 2026, percent: 34.99, source: "RKP 2026" })).toEqual([]);
  expect(checkTarget({ ladder: "x", year: 26, percent: 0, source: "" })).toEqual([
    "unknown-ladder",
    "bad-year",
    "bad-percent",
    "without-source",
  ]);
  const targets = [2045, 2026, 2029].map((year) => ({ ladder: "rpjmn" as const, year, percent: 1 }));
  expect([2025, 2027, 2046].map((year) => nextTarget(targets, year)?.year)).toEqual([2026, 2029, undefined]);
});

describe("people shared out", () => {
  const weights = array(nat(5000), { minLength: 1, maxLength: 80 }).filter((list) => list.some((w) => w > 0));

  it("sum to the total, each within one person of its exact share, and nobody where nobody lives", () => {
    assert(
      property(nat(60_000), weights, (total, list) => {
        const parts = spread(total, list);
        const sum = list.reduce((all, weight) => all + weight, 0);
        expect(parts.reduce((all, part) => all + part, 0)).toBe(total);
        parts.forEach((part, at) => {
          expect(Math.abs(part - (total * list[at]!) / sum)).toBeLessThan(1);
          if (list[at] === 0) expect(part).toBe(0);
        });
      }),
    );
  });

  it("are refused where there is nowhere to put them, or they are not whole", () => {
    expect(() => spread(1, [0, 0])).toThrow(RangeError);
    expect(() => spread(1.5, [1])).toThrow(RangeError);
    expect(() => spread(1, [-1, 2])).toThrow(RangeError);
    expect(spread(0, [0, 0])).toEqual([0, 0]);
  });
});

const exactly = (n: number) => ({ low: n, middle: n, high: n });

describe("the estimate of vulnerable workers", () => {
  const basis = {
    employed: exactly(48_881),
    informalPercent: { low: 50, middle: 56, high: 62 },
    outOfScope: null,
    kecamatan: new Map([
      ["13.77.01", 34_232],
      ["13.77.02", 25_395],
    ]),
    villages: [
      { code: "13.77.01.1001", kecamatanCode: "13.77.01", weight: 3 },
      { code: "13.77.01.1002", kecamatanCode: "13.77.01", weight: 1 },
      { code: "13.77.02.2001", kecamatanCode: "13.77.02", weight: 7 },
    ],
  };

  it("is who works × the informal share, with its range, shared out by kecamatan and village", () => {
    const made = estimateWorkers(basis);
    if (made.outcome === "missing") throw new Error("nothing is missing");
    expect(made.city).toEqual({ low: 24_441, middle: 27_373, high: 30_306 });
    const [first, second, third] = made.villages.map(({ middle }) => middle);
    expect(first! + second! + third!).toBe(27_373);
    expect(first! / second!).toBeCloseTo(3, 2);
    expect((first! + second!) / third!).toBeCloseTo(34_232 / 25_395, 2);
  });

  it("takes those out of scope away, most of them from the low end", () => {
    const made = estimateWorkers({ ...basis, outOfScope: { low: 1000, middle: 2000, high: 3000 } });
    expect(made).toMatchObject({ city: { low: 21_441, middle: 25_373, high: 29_306 } });
  });

  it("always sums to the city and stays in order in every village", () => {
    const share = tuple(nat(100), nat(100), nat(100))
      .map((all) => all.toSorted((a, b) => a - b))
      .map(([low, middle, high]) => ({ low: low!, middle: middle!, high: high! }));
    const people = array(integer({ min: 1, max: 4000 }), { minLength: 3, maxLength: 3 });
    assert(
      property(nat(90_000), share, people, (employed, informalPercent, list) => {
        const villages = basis.villages.map((village, at) => ({ ...village, weight: list[at]! }));
        const made = estimateWorkers({ ...basis, employed: exactly(employed), informalPercent, villages });
        if (made.outcome === "missing") throw new Error("nothing is missing");
        for (const end of ["low", "middle", "high"] as const)
          expect(made.villages.reduce((sum, village) => sum + village[end], 0)).toBe(made.city[end]);
        for (const { low, middle, high } of made.villages) {
          expect(low).toBeLessThanOrEqual(middle);
          expect(middle).toBeLessThanOrEqual(high);
        }
      }),
    );
  });

  it("says everything it lacks instead of guessing", () => {
    expect(estimateWorkers({ ...basis, employed: null, informalPercent: null })).toEqual({
      outcome: "missing",
      missing: ["employed", "informal-share"],
    });
    const bare = { ...basis, kecamatan: new Map(), villages: [{ ...basis.villages[0]!, weight: null }] };
    expect(estimateWorkers(bare)).toEqual({
      outcome: "missing",
      missing: ["kecamatan-population", "village-weight"],
    });
  });

  it("refuses a range out of order and a share above everybody", () => {
    const disordered = { low: 3, middle: 2, high: 4 };
    expect(() => estimateWorkers({ ...basis, employed: disordered })).toThrow(RangeError);
    expect(() => estimateWorkers({ ...basis, informalPercent: exactly(101) })).toThrow(RangeError);
  });

  it("is called too low only where more are listed than it holds possible", () => {
    const range = { low: 300, middle: 340, high: 380 };
    expect([380, 381].map((listed) => isTooLow(listed, range))).toEqual([false, true]);
    expect(isTooLow(9000, null)).toBe(false);
  });
});

const isTold = (persons: number) => persons === 0 || persons >= 10;

describe("the ladder", () => {
  const counts = array(nat(400), { minLength: 18, maxLength: 18 }).map((numbers) => {
    const names = [...ladderPlaces, ...besideLadder];
    return Object.fromEntries(names.map((name, at) => [name, numbers[at]!])) as LadderCounts;
  });

  it("adds up: every rung is the one above less those who go, from everybody to those covered", () => {
    assert(
      property(counts, (made) => {
        const ladder = buildLadder(made);
        let left = ladder[0]!.persons;
        expect(left).toBe(ladderPlaces.reduce((sum, place) => sum + made[place], 0));
        for (const { kind, persons } of ladder.slice(1)) {
          if (kind === "less") left -= persons;
          if (kind === "rung") expect(persons).toBe(left);
        }
        expect(ladder.find(({ stage }) => stage === "covered")!.persons).toBe(made.covered);
      }),
    );
  });

  it("says of every stage at which places its people stand, so that a list of them has as many", () => {
    assert(
      property(counts, (made) => {
        for (const { stage, kind, persons } of buildLadder(made))
          if (kind !== "beside")
            expect(placesOf(stage).reduce((sum, place) => sum + made[place], 0)).toBe(persons);
      }),
    );
  });

  it("shown to eyes that see no persons tells no group of fewer than ten, not by subtraction either", () => {
    assert(
      property(counts, (made) => {
        const shown = coarsenLadder(buildLadder(made), 10);
        expect(shown.every(({ persons, kind }) => kind !== "less" && isTold(persons))).toBe(true);
        const rungs = shown.filter(({ kind }) => kind === "rung").map(({ persons }) => persons);
        rungs.slice(1).forEach((persons, at) => expect(isTold(rungs[at]! - persons)).toBe(true));
      }),
    );
  });
});
