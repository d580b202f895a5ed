import { assert, array, integer, property, record, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { listMonths, month, monthsBetween, shiftMonth } from "#time";
import {
  backTest,
  forecastCity,
  prepareForecast,
  requiredPace,
  simulateVillage,
  type VillageHistory,
  whenEveryone,
} from "./index.ts";
import { flowsOf } from "./history.ts";
import { bandOf, hitShare } from "./quantiles.ts";
import { howMany, seededRandom } from "./random.ts";
import { addDraws } from "./sum-draws.ts";

const first = month("2025-07");
const until = month("2027-12");

/** Any village: numbers that a real one could never show are among them. */
const village = record({
  everyone: integer({ min: 0, max: 300 }),
  months: array(record({ covered: integer({ min: 0, max: 200 }), joined: integer({ min: 0, max: 60 }) }), {
    minLength: 8,
    maxLength: 8,
  }),
});
const cities = array(village, { minLength: 1, maxLength: 6 }).map((villages): VillageHistory[] =>
  villages.map(({ everyone, months }, at) => ({
    villageCode: `13.77.01.${1001 + at}`,
    kecamatanCode: at % 2 === 0 ? "13.77.01" : "13.77.02",
    everyone,
    months: months.map(({ covered, joined }, step) => ({
      month: shiftMonth(first, step),
      covered,
      joined: Math.min(joined, covered),
      returned: 0,
    })),
  })),
);
const terms = (seed: string) => ({ seed, draws: 40, until });

/** A village in which so many of those without cover join every month, and nobody stops. */
const steady = (joined: number, months = 16): VillageHistory => ({
  villageCode: "13.77.01.1001",
  kecamatanCode: "13.77.01",
  everyone: 400,
  months: listMonths(first, shiftMonth(first, months - 1)).map((each, at) => ({
    month: each,
    covered: joined * (at + 1),
    joined,
    returned: 0,
  })),
});

test("a draw never leaves nobody and everyone, in any month of any village", () => {
  assert(
    property(cities, string(), (histories, seed) => {
      const prepared = prepareForecast(histories, terms(seed));
      for (const history of histories) {
        const most = Math.max(
          history.everyone,
          ...history.months.map(({ covered }) => covered),
          history.months.slice(1).reduce((sum, { joined }) => sum + joined, history.months[0]!.covered),
        );
        for (const covered of simulateVillage(prepared, history)) {
          expect(covered).toBeGreaterThanOrEqual(0);
          expect(covered).toBeLessThanOrEqual(most);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test("the city is the sum of the same draws as its villages, draw by draw, and its middle lies where theirs add up", () => {
  assert(
    property(cities, (histories) => {
      const prepared = prepareForecast(histories, terms("sum"));
      const draws = histories.map((history) => simulateVillage(prepared, history));
      const city = new Uint32Array(draws[0]!.length);
      for (const each of draws) addDraws(city, each);
      for (const [at, sum] of city.entries())
        expect(sum).toBe(draws.reduce((total, each) => total + each[at]!, 0));
    }),
    { numRuns: 30 },
  );
});

test("a band never falls from its lower edge to its upper one, and holds the share it names", () => {
  assert(
    property(array(integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 300 }), (draws) => {
      const { low80, low50, median, high50, high80 } = bandOf(draws);
      expect([low80, low50, median, high50, high80]).toEqual(
        [low80, low50, median, high50, high80].toSorted((a, b) => a - b),
      );
      const inside = draws.filter((draw) => low80 <= draw && draw <= high80).length;
      expect(inside / draws.length).toBeGreaterThanOrEqual(0.8);
    }),
  );
});

test("the same months and the same seed give the same forecast, another seed another one", () => {
  const histories = [steady(6)];
  const draws = (seed: string) =>
    Array.from(simulateVillage(prepareForecast(histories, terms(seed)), histories[0]!));
  expect(draws("a")).toEqual(draws("a"));
  expect(draws("a")).not.toEqual(draws("b"));
});

test("a village's draws do not depend on the order in which villages are taken", () => {
  assert(
    property(cities, (histories) => {
      const last = histories.at(-1)!;
      const there = simulateVillage(prepareForecast(histories, terms("order")), last);
      const prepared = prepareForecast(histories, terms("order"));
      for (const history of histories.slice(0, -1)) simulateVillage(prepared, history);
      expect(simulateVillage(prepared, last)).toEqual(there);
    }),
    { numRuns: 20 },
  );
});

test("what happened to people adds up to the change of every month", () => {
  assert(
    property(cities, (histories) => {
      for (const history of histories)
        for (const [at, { covered, joined, back, stopped, never, out }] of flowsOf(history).entries()) {
          expect(covered + joined + back - stopped).toBe(history.months[at + 1]!.covered);
          expect(Math.min(never, out, joined, back, stopped)).toBeGreaterThanOrEqual(0);
        }
    }),
    { numRuns: 60 },
  );
});

test("how many of so many people do something is right on average, below and beyond a mean of thirty", () => {
  for (const [people, chance] of [
    [40, 0.1],
    [200, 0.5],
    [30, 0.95],
  ] as const) {
    const random = seededRandom(`${people}`);
    const turns = 20_000;
    let sum = 0;
    for (let turn = 0; turn < turns; turn += 1) sum += howMany(random, people, chance);
    const error = Math.sqrt((people * chance * (1 - chance)) / turns);
    expect(Math.abs(sum / turns - people * chance)).toBeLessThan(5 * error);
  }
});

const of = (history: VillageHistory) => {
  const tested = backTest([history]);
  return forecastCity([history], { seed: "x", draws: 60, until }, tested).areas.get("")!;
};

describe("nothing is drawn ahead", () => {
  test("of fewer than six observations that differ", () => {
    expect(of(steady(6, 5))).toMatchObject({ noFan: "too-few-observations", fan: null, pace: 6 });
    const still = steady(0);
    expect(of(still)).toMatchObject({ noFan: "too-few-observations", distinct: 0, everyoneIn: null });
  });

  test("where going on at the same pace did as well", () => {
    const found = of(steady(6));
    expect(found.errors!.samePace).toBe(0);
    expect(found).toMatchObject({ noFan: "not-better", fan: null });
  });
});

test("whoever saturates is forecast better than by a straight line, and the band is drawn to the last month asked for", () => {
  const histories = Array.from({ length: 30 }, (_, at) => saturating(at));
  const tested = backTest(histories);
  const city = forecastCity(histories, { seed: "x", draws: 200, until }, tested);
  const whole = city.areas.get("")!;
  expect(tested.errors.get("")!.forecast).toBeLessThan(tested.errors.get("")!.samePace);
  expect(whole.noFan).toBeNull();
  expect(whole.fan!.at(-1)!.month).toBe(until);
  expect(whole.fan!.at(-1)!.high80).toBeLessThanOrEqual(whole.everyone);
  expect(tested.inBand).toMatchObject({ of: 30 * tested.starts });
  expect(tested.inBand!.low).toBeLessThan(tested.inBand!.share);
  const kecamatan = ["13.77.01", "13.77.02"].map((code) => city.areas.get(code)!.covered);
  expect(kecamatan[0]! + kecamatan[1]!).toBe(whole.covered);
});

/** Each month a fifth of those without cover join. */
function saturating(at: number): VillageHistory {
  const random = seededRandom(`village ${at}`);
  const everyone = 80 + at * 5;
  let covered = 0;
  const months = listMonths(first, shiftMonth(first, 15)).map((each) => {
    const joined = howMany(random, everyone - covered, 0.2);
    covered += joined;
    return { month: each, covered, joined, returned: 0 };
  });
  const kecamatanCode = at % 2 === 0 ? "13.77.01" : "13.77.02";
  return { villageCode: `${kecamatanCode}.${1001 + at}`, kecamatanCode, everyone, months };
}

describe("the pace", () => {
  const reach = { covered: 100, everyone: 400, from: month("2026-10") };

  test("that a target needs is the people still missing by the months left, rounded up", () => {
    expect(requiredPace(reach, { by: month("2029-12"), percent: 100 })).toMatchObject({
      people: 400,
      months: 38,
      perMonth: 8,
    });
    expect(requiredPace(reach, { by: month("2026-12"), percent: 20 })).toMatchObject({ perMonth: 0 });
    expect(requiredPace(reach, { by: month("2026-10"), percent: 100 })).toBeUndefined();
  });

  test("says when everyone is covered, and nothing where it never happens or not before the horizon", () => {
    expect(whenEveryone(reach, 10)).toBe("2029-04");
    expect(whenEveryone(reach, 0)).toBeNull();
    expect(whenEveryone(reach, -3)).toBeNull();
    expect(whenEveryone(reach, 1, month("2030-12"))).toBeNull();
    expect(whenEveryone({ ...reach, covered: 400 }, 0)).toBe("2026-10");
  });

  test("has covered everybody in the month it names and not in the month before", () => {
    assert(
      property(
        integer({ min: 0, max: 9000 }),
        integer({ min: 1, max: 9000 }),
        integer({ min: 1, max: 300 }),
        (covered, everyone, pace) => {
          const from = month("2026-10");
          const all = whenEveryone({ covered, everyone, from }, pace, month("9999-12"))!;
          const at = (until: typeof all) => covered + pace * monthsBetween(from, until);
          return at(all) >= everyone && (all === from || at(shiftMonth(all, -1)) < everyone);
        },
      ),
    );
  });
});

test("a share of hits lies within its interval, and the interval within 0 and 1", () => {
  assert(
    property(integer({ min: 1, max: 700 }), integer({ min: 0, max: 700 }), (of, drawn) => {
      const found = hitShare(Math.min(drawn, of), of)!;
      expect(found.low).toBeLessThanOrEqual(found.share + 1e-12);
      expect(found.high).toBeGreaterThanOrEqual(found.share - 1e-12);
      expect(found.low).toBeGreaterThanOrEqual(0);
      expect(found.high).toBeLessThanOrEqual(1);
    }),
  );
  expect(hitShare(0, 0)).toBeNull();
  expect(hitShare(8, 10)).toMatchObject({ low: expect.closeTo(0.49, 2), high: expect.closeTo(0.943, 2) });
});
