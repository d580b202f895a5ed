import { sumByMonth } from "@tuwai/domain/figures";
import { forecastVersion } from "@tuwai/domain/forecast";
import { planVersion, type PlanBaseline, planPrice } from "@tuwai/domain/planner";
import type { RateSource } from "@tuwai/domain/law";
import { listMonths, type Month, monthOf, monthsBetween, shiftMonth } from "@tuwai/domain/time";
import { listMonthFigures } from "#figures";
import type { Step } from "#use-case";
import { forecastOf, type ShownForecast } from "./forecast-of.ts";
import { listVillageStandings } from "./forecast.store.ts";

/** A price that a plan rests on; `isAssumed` where no law covers the month yet. */
export type PlanPriceRule = {
  readonly payer: "private" | "apbn-apbd";
  readonly from: Month;
  readonly rupiah: number;
  readonly isAssumed: boolean;
  readonly sources: readonly (RateSource & { readonly rate: string })[];
};

/** Everything a plan rests on but what was asked: with it the same result comes out again. */
export type PlanBasis = {
  readonly dataAsOf: Month;
  readonly planVersion: number;
  readonly forecastVersion: number;
  /** Whether without the plan the city goes as forecast or on at its present pace. */
  readonly path: "forecast" | "pace";
  readonly prices: readonly PlanPriceRule[];
  readonly baseline: PlanBaseline;
};

/** How the city stands today; undefined before a first forecast, or once the target's year is over. */
export async function planBasis(step: Step): Promise<PlanBasis | undefined> {
  const forecast = await forecastOf(step);
  if (forecast === null) return undefined;
  const from = shiftMonth(monthOf(step.today), 1);
  const until = forecast.target.by;
  if (monthsBetween(from, until) < 0) return undefined;
  const standings = await listVillageStandings(step.tx);
  const figures = (await listMonthFigures(step)).filter(({ month }) => month === forecast.from);
  const inArrears = new Map(
    [...Map.groupBy(figures, ({ villageCode }) => villageCode)].map(([code, own]) => {
      const sum = sumByMonth(own, "worker")[0];
      return [code, (sum?.due ?? 0) + (sum?.grace ?? 0)] as const;
    }),
  );
  const months = listMonths(from, until);
  return {
    dataAsOf: forecast.from,
    planVersion,
    forecastVersion,
    path: forecast.fan === null ? "pace" : "forecast",
    prices: pricesIn(months),
    baseline: {
      asOf: forecast.from,
      from,
      until,
      path: months.map((month) => without(forecast, month)),
      villages: standings.map((village) => ({ ...village, inArrears: inArrears.get(village.code) ?? 0 })),
    },
  };
}

/** Covered at the end of a month without any plan. */
function without({ fan, covered, everyone, pace, from }: ShownForecast, month: Month): number {
  const drawn = fan?.find((each) => each.month === month)?.median;
  const straight = Math.round(covered + pace * monthsBetween(from, month));
  return Math.min(everyone, Math.max(0, drawn ?? straight));
}

/** Each price once, with the month from which it holds. */
function pricesIn(months: readonly Month[]): readonly PlanPriceRule[] {
  return (["private", "apbn-apbd"] as const).flatMap((payer) => {
    const rules: PlanPriceRule[] = [];
    for (const month of months) {
      const price = planPrice(month, payer);
      const before = rules.at(-1);
      if (price === undefined) continue;
      if (before?.rupiah === price.rupiah && before.isAssumed === price.isAssumed) continue;
      const sources = [
        ...new Map(
          price.sources.map(({ rate, instrument, article, mark }) => [
            rate,
            { rate, instrument, article, mark },
          ]),
        ).values(),
      ];
      rules.push({ payer, from: month, rupiah: price.rupiah, isAssumed: price.isAssumed, sources });
    }
    return rules;
  });
}
