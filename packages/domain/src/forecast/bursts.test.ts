import { assert, array, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { listMonths, month } from "#time";
import { backTest, forecastCity, type VillageHistory } from "./index.ts";
import { howMonthsGoOn } from "./picks.ts";
import { gamma, howMany, seededRandom } from "./random.ts";

const months = listMonths(month("2025-07"), month("2026-10"));

/** Three villages a month send a list of which two thirds are covered at once; some follow, a few stop, until `until` months. */
function cityOfLists(seed: string, until = months.length): VillageHistory[] {
  const random = seededRandom(seed);
  return Array.from({ length: 71 }, (_, at) => {
    const everyone = 60 + Math.floor(random() * 120);
    const begins = 1 + Math.floor(at / 3);
    let [covered, never] = [0, everyone];
    const rows = months.map((each, index) => {
      const age = index - begins;
      const chance =
        age < 0 || begins >= until ? 0 : age === 0 ? 0.4 + random() * 0.5 : age < 3 ? 0.15 : 0.01;
      const joined = howMany(random, never, chance);
      const stopped = howMany(random, covered, 0.01);
      never -= joined;
      covered += joined - stopped;
      return { month: each, covered, joined, returned: 0 };
    });
    const kecamatanCode = `13.77.0${1 + (at % 4)}`;
    return { villageCode: `${kecamatanCode}.${1001 + at}`, kecamatanCode, everyone, months: rows };
  });
}

const forecast = (histories: readonly VillageHistory[]) =>
  forecastCity(histories, { seed: "x", draws: 300, until: month("2027-01") }, backTest(histories));

describe("lists come village by village", () => {
  test("the band holds what it says, among villages that moved as well where their move could be known", () => {
    const tested = backTest(cityOfLists("lists"));
    expect(tested.inBand!.share).toBeGreaterThan(0.8);
    expect(tested.inBandMoved!.share).toBeGreaterThan(0.6);
  });

  test("a village in which nobody is covered may begin, and one that has begun does not begin again", () => {
    const histories = cityOfLists("begin");
    const { areas } = forecast(histories);
    const last = (history: VillageHistory) => areas.get(history.villageCode)!;
    const waiting = histories.filter(({ months: own }) => own.at(-1)!.covered === 0);
    const settled = histories.filter(({ months: own }) => own.at(-6)!.covered > 0);
    expect(waiting.length).toBeGreaterThan(10);
    for (const history of waiting) expect(last(history).covered).toBe(0);
    const city = areas.get("")!;
    expect(city.noFan).toBeNull();
    for (const history of settled) {
      const { fan, covered, everyone } = last(history);
      if (fan !== null) expect(fan.at(-1)!.high80 - covered).toBeLessThan(everyone / 4);
    }
  });

  test("the city goes on where lists come, and may stand where none has come for three months", () => {
    const [going, paused] = [cityOfLists("going"), cityOfLists("going", months.length - 3)].map((histories) =>
      forecast(histories).areas.get("")!,
    );
    const ends = [going!, paused!].map(({ fan, covered }) => ({ ...fan!.at(-1)!, covered }));
    expect(ends[0]!.low80).toBeGreaterThan(ends[0]!.covered);
    expect(ends[1]!.median - ends[1]!.covered).toBeLessThan((ends[0]!.median - ends[0]!.covered) / 2);
  });
});

const often = (changes: readonly number[]) => howMonthsGoOn(changes, 6);

describe("whether a month goes on as the one before", () => {
  test("is believed of a city that grew and then stands, and hardly of one that goes up and down", () => {
    const stood = often([270, 260, 280, 265, 270, 0, -5, -4, -3]);
    const restless = often([200, 20, 190, 30, 210, 25, 180, 15]);
    expect(stood.at(-1)!).toBeGreaterThan(stood[0]!);
    expect(restless).toEqual(restless.toSorted((a, b) => b - a));
    expect(restless[0]!).toBeGreaterThan(20 * restless.at(-1)!);
  });

  test("is shared out among all it may be, whatever the months were", () => {
    assert(
      property(array(integer({ min: -500, max: 500 }), { maxLength: 30 }), (changes) => {
        const weights = often(changes);
        expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
        expect(weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1);
      }),
    );
  });
});

test("a drawn factor has the mean and the spread of its law, for small shapes as for large ones", () => {
  for (const shape of [0.1, 0.8, 3, 40]) {
    const random = seededRandom(`shape ${shape}`);
    const drawn = Array.from({ length: 20_000 }, () => gamma(random, { shape, rate: shape }));
    const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
    const variance = drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / drawn.length;
    expect(Math.abs(mean - 1)).toBeLessThan(5 / Math.sqrt(shape * drawn.length));
    expect(variance * shape).toBeGreaterThan(0.8);
    expect(variance * shape).toBeLessThan(1.25);
  }
});
