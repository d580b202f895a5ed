import { createHash } from "node:crypto";
import { setImmediate as otherWork } from "node:timers/promises";
import { lastCompleteMonth, type MonthFigure, sumByMonth } from "@tuwai/domain/figures";
import {
  backTestOf,
  type CityForecast,
  type ForecastPlace,
  forecastVersion,
  forecastVillages,
  historiesOf,
  noTotals,
  startsOf,
  tryStart,
  type VillageHistory,
} from "@tuwai/domain/forecast";
import { type Month, month, shiftMonth } from "@tuwai/domain/time";
import type { App } from "#app";
import { listMonthFigures } from "#figures";
import { estimatesOf } from "#indicators";
import { asCity, type Step } from "#use-case";
import { listForecastPlaces } from "./forecast-place.view.ts";
import { findFingerprint, type ForecastRow, lockForecast, replaceForecasts } from "./forecast.store.ts";
import { readPlanningSettings } from "./planning-settings.ts";

const draws = 1_000;
/** However near the target's year is, so many months are looked ahead. */
const fewestAhead = 12;

type Basis = {
  readonly places: readonly ForecastPlace[];
  readonly figures: readonly MonthFigure[];
  readonly from: Month;
  readonly until: Month;
  readonly fingerprint: string;
};

/**
 * Handler of `planning.forecast`: simulates every village anew where anything it rests on changed. Between two villages others have their
 * turn, as a city takes about a second of the processor.
 */
export async function refreshForecasts(app: App): Promise<{ readonly changed: number }> {
  const basis = await asCity(app, "planning.forecast", readBasis);
  if (basis === null) return { changed: 0 };
  const histories = historiesOf(basis.places, basis.figures, basis.from);
  const rows = histories.length === 0 ? [] : rowsOf(await simulate(histories, basis, app), basis);
  return asCity(app, "planning.forecast", async ({ tx, actor: { regionCode }, now }) => {
    await lockForecast(tx);
    await replaceForecasts(tx, rows, { regionCode, fingerprint: basis.fingerprint, at: now });
    return { changed: rows.length };
  });
}

/** What a forecast rests on; null where it would be made of the same again. */
async function readBasis(step: Step): Promise<Basis | null> {
  const { tx, today, actor } = step;
  const settings = await readPlanningSettings(tx, actor.regionCode);
  const from = lastCompleteMonth(today);
  const atLeast = shiftMonth(from, fewestAhead);
  const wished = month(`${settings["coverage-target-year"].value}-12`);
  const until = wished > atLeast ? wished : atLeast;
  const places = await placesOf(step);
  const figures = (await listMonthFigures(step)).filter(({ group }) => group === "worker");
  const said = JSON.stringify([forecastVersion, from, until, places, figures]);
  const fingerprint = createHash("sha256").update(said).digest("hex");
  if (fingerprint === (await findFingerprint(tx))) return null;
  return { places, figures, from, until, fingerprint };
}

async function placesOf(step: Step): Promise<readonly ForecastPlace[]> {
  const places = await listForecastPlaces(step.tx, step.actor.regionCode);
  const estimates = new Map(
    (await estimatesOf(step)).map(({ villageCode, middle }) => [villageCode, middle]),
  );
  return places.map((place) => ({ ...place, everyone: estimates.get(place.villageCode) ?? null }));
}

async function simulate(
  histories: readonly VillageHistory[],
  { until }: Basis,
  app: App,
): Promise<CityForecast> {
  const totals = noTotals();
  for (const start of startsOf(histories)) {
    tryStart(totals, histories, start);
    await otherWork();
  }
  const seed = `${app.config.regionCode}|${histories[0]!.months.at(-1)!.month}`;
  const pieces = forecastVillages(histories, { seed, draws, until });
  while (pieces.next()) await otherWork();
  return pieces.finish(backTestOf(totals, histories));
}

function rowsOf({ areas, test, season, version }: CityForecast, basis: Basis): readonly ForecastRow[] {
  const { errors: _, ...shown } = test;
  return [...areas].map(([area, forecast]) => {
    const place = basis.places.find(({ villageCode }) => villageCode === area);
    const own = basis.figures.filter(
      ({ villageCode, kecamatanCode }) => area === "" || area === villageCode || area === kecamatanCode,
    );
    const later = sumByMonth(own, "worker")
      .filter((each) => each.month > basis.from)
      .map(({ month: of, covered }) => ({ month: of, covered }));
    const isEstimated = basis.places.every(({ everyone }) => everyone !== null);
    return {
      areaCode: area,
      villageCode: place === undefined ? null : area,
      kecamatanCode: place?.kecamatanCode ?? (area === "" ? null : area),
      answer: { ...forecast, later, test: shown, season, version, isEstimated },
    };
  });
}
