import type { Month } from "#time";
import { fewestObservations, type BackTest, type Errors } from "./back-test.ts";
import {
  distinctObservations,
  everyoneOf,
  sumHistories,
  type ObservedMonth,
  type VillageHistory,
} from "./history.ts";
import { paceOf, whenEveryone } from "./pace.ts";
import type { Band } from "./quantiles.ts";
import { forecastVersion, prepareForecast, simulateVillage, type ForecastTerms } from "./simulate.ts";
import type { Season } from "./season.ts";
import { addDraws, bandsOf } from "./sum-draws.ts";

/** Why nothing is drawn ahead: too little is known, or a plain guess did at least as well in the months behind. */
export type NoFan = "too-few-observations" | "not-tested" | "not-better";

export type FanMonth = Band & { readonly month: Month };

/** What is said of one village, kecamatan, or the city. All numbers are people. */
export type AreaForecast = {
  readonly everyone: number;
  readonly from: Month;
  readonly covered: number;
  readonly observed: readonly ObservedMonth[];
  readonly distinct: number;
  /** A month, mean of the last three. */
  readonly pace: number;
  readonly everyoneIn: Month | null;
  readonly fan: readonly FanMonth[] | null;
  readonly noFan: NoFan | null;
  readonly errors: Errors | null;
};

export type CityForecast = {
  readonly version: number;
  readonly from: Month;
  readonly season: Season;
  /** By village code, kecamatan code, and "" for all. */
  readonly areas: ReadonlyMap<string, AreaForecast>;
  readonly test: BackTest;
};

/** One village's draws and those of the areas above it: the work of one piece. */
export function forecastVillages(
  histories: readonly VillageHistory[],
  terms: ForecastTerms,
): { readonly next: () => boolean; readonly finish: (test: BackTest) => CityForecast } {
  const prepared = prepareForecast(histories, terms);
  const ahead = prepared.months.length;
  const sums = new Map<string, Uint32Array>();
  const bands = new Map<string, Band[]>();
  let at = 0;
  const next = () => {
    const village = histories[at];
    if (village === undefined) return false;
    at += 1;
    const draws = simulateVillage(prepared, village);
    bands.set(village.villageCode, bandsOf(draws, ahead));
    for (const area of [village.kecamatanCode, ""]) {
      const sum = sums.get(area);
      if (sum === undefined) sums.set(area, draws.slice());
      else addDraws(sum, draws);
    }
    return at < histories.length;
  };
  const finish = (test: BackTest): CityForecast => {
    while (next());
    for (const [area, draws] of sums) bands.set(area, bandsOf(draws, ahead));
    const areas = new Map(
      [...bands].map(([area, band]) => {
        const of = membersOf(histories, area);
        const fan = band.map((each, index) => ({ month: prepared.months[index]!, ...each }));
        return [area, areaForecast(of, fan, test.errors.get(area) ?? null)] as const;
      }),
    );
    return { version: forecastVersion, from: prepared.from, season: prepared.season, areas, test };
  };
  return { next, finish };
}

/** Everything at once, for a bench or a test. */
export function forecastCity(
  histories: readonly VillageHistory[],
  terms: ForecastTerms,
  test: BackTest,
): CityForecast {
  return forecastVillages(histories, terms).finish(test);
}

const membersOf = (histories: readonly VillageHistory[], area: string): VillageHistory[] =>
  histories.filter(
    ({ villageCode, kecamatanCode }) => area === "" || area === villageCode || area === kecamatanCode,
  );

function areaForecast(
  of: readonly VillageHistory[],
  fan: readonly FanMonth[],
  errors: Errors | null,
): AreaForecast {
  const observed = sumHistories(of);
  const everyone = of.reduce((sum, one) => sum + everyoneOf(one), 0);
  const { covered, month: from } = observed.at(-1)!;
  const pace = paceOf(observed);
  const distinct = distinctObservations(observed);
  const noFan = whyNoFan(distinct, errors);
  return {
    everyone,
    from,
    covered,
    observed,
    distinct,
    pace,
    everyoneIn: whenEveryone({ covered, everyone, from }, pace),
    fan: noFan === null ? fan : null,
    noFan,
    errors,
  };
}

function whyNoFan(distinct: number, errors: Errors | null): NoFan | null {
  if (distinct < fewestObservations) return "too-few-observations";
  if (errors === null || errors.tried === 0) return "not-tested";
  const { forecast, sameAsLast, samePace } = errors;
  return forecast < sameAsLast && forecast < samePace ? null : "not-better";
}
