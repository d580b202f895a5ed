import {
  type AsOf,
  type IndicatorValue,
  type MissingBasis,
  percentOf,
  type Range,
  type Series,
  type SeriesCode,
  seriesList,
  standsSince,
} from "@tuwai/domain/indicators";
import { read, type Step } from "#use-case";
import {
  type EstimateSource,
  type EstimateVersion,
  findLastVersion,
  listVersions,
} from "./estimate.store.ts";
import { listValues, type StoredValue } from "./indicator-value.store.ts";
import { missingBasis } from "./recompute-estimates.ts";
import { listReleasedCity } from "./released-city.view.ts";
import type { TargetRow } from "./target.store.ts";
import { targetsOf } from "./targets-of.ts";

export type ShownValue = Omit<StoredValue, "enteredAt"> & {
  /** One decimal; null where there are not both halves and no percentage either. */
  readonly percent: number | null;
  /** Null for what is counted here. */
  readonly enteredAt: Date | null;
};

export type Indicator = Series & {
  /** The place that the series is told of: the city where it has values of it, else the widest that has. */
  readonly place: string;
  /** Those that stand, of that place, oldest first. */
  readonly values: readonly ShownValue[];
  readonly latest: ShownValue | null;
  readonly unchangedSince: AsOf | null;
  /** Of other places: the province, the country. */
  readonly elsewhere: readonly ShownValue[];
  /** Every row ever entered, corrected and withdrawn ones too. */
  readonly revisions: readonly ShownValue[];
  readonly targets: readonly TargetRow[];
};

export type EstimateShown = {
  readonly city: (Range & Pick<EstimateVersion, "number" | "madeAt">) | null;
  readonly missing: readonly MissingBasis[];
  readonly sources: readonly EstimateSource[];
  /** Earlier estimates, the latest first. */
  readonly earlier: readonly (Range & Pick<EstimateVersion, "number" | "madeAt">)[];
};

export type Indicators = { readonly series: readonly Indicator[]; readonly estimate: EstimateShown };

/** Every series side by side, each with its own halves, dates and ladder; public, and asked as the public. */
export const getIndicators = read(
  { purpose: "indicators", permission: "stats.public.read" },
  async (step): Promise<Indicators> => ({
    series: await listIndicators(step),
    estimate: await showEstimate(step),
  }),
);

type Reading = Pick<Step, "tx" | "actor">;

export async function listIndicators(step: Reading): Promise<readonly Indicator[]> {
  const entered = (await listValues(step.tx)).map(show);
  const counted = await countedValues(step);
  const targets = await targetsOf(step);
  return seriesList.map((series) => {
    const all = [...entered, ...counted].filter((value) => value.series === series.code);
    const standing = all.filter(({ isReplaced, isWithdrawal }) => !isReplaced && !isWithdrawal);
    const place = placeOf(step.actor.regionCode, standing);
    const values = standing.filter((value) => value.place === place);
    return {
      ...series,
      place,
      values,
      latest: values.at(-1) ?? null,
      unchangedSince: standsSince(values),
      elsewhere: standing.filter((value) => value.place !== place),
      revisions: all,
      targets: targets.filter(({ ladder }) => ladder === series.ladder),
    };
  });
}

const placeOf = (city: string, values: readonly IndicatorValue[]): string =>
  [city, city.slice(0, 2), "00"].find((code) => values.some(({ place }) => place === code)) ?? city;

const show = (value: StoredValue): ShownValue => ({ ...value, percent: percentOf(value) });

/** Our own two: those covered as published, of the estimate as it stood then, and of those listed. */
async function countedValues({ tx, actor }: Reading): Promise<readonly ShownValue[]> {
  const estimate = await findLastVersion(tx);
  const released = await listReleasedCity(tx);
  const value = (
    series: SeriesCode,
    of: { readonly asOf: string; readonly numerator: number | null; readonly denominator: number | null },
  ): ShownValue => ({
    ...of,
    id: `${series} ${of.asOf}`,
    series,
    place: actor.regionCode,
    barePercent: null,
    mark: "text-read",
    percent: percentOf({ ...of, barePercent: null }),
    source: "TuWai KeTan",
    denominatorSource: series === "listed-covered" ? "TuWai KeTan" : employedSource(estimate),
    denominatorAsOf: series === "listed-covered" ? of.asOf : employedDate(estimate),
    note: null,
    enteredAt: null,
    replaces: null,
    isWithdrawal: false,
    isReplaced: false,
  });
  return released.flatMap(({ month: asOf, numerator, listed, estimate: of }) => [
    value("vulnerable-covered", { asOf, numerator, denominator: of }),
    value("listed-covered", { asOf, numerator, denominator: listed }),
  ]);
}

const employed = (estimate: EstimateVersion | undefined) =>
  estimate?.sources.find(({ kind }) => kind === "employed");
const employedSource = (estimate: EstimateVersion | undefined) => employed(estimate)?.source ?? null;
const employedDate = (estimate: EstimateVersion | undefined) => employed(estimate)?.asOf ?? null;

async function showEstimate(step: Reading): Promise<EstimateShown> {
  const [holds, ...earlier] = await listVersions(step.tx);
  return {
    city: holds ?? null,
    missing: await missingBasis(step),
    sources: holds?.sources ?? [],
    earlier,
  };
}
