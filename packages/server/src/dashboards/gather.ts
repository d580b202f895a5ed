import { sumOfEstimates } from "@tuwai/domain/coverage";
import { type CohortLine, cohortLines } from "@tuwai/domain/dashboards";
import {
  type Arrival,
  type Cohort,
  type FigureCounts,
  lastCompleteMonth,
  type MonthFigure,
  sumByMonth,
  type UsuallyArrived,
  usuallyArrived,
} from "@tuwai/domain/figures";
import type { Range } from "@tuwai/domain/indicators";
import { type CivilDate, type Month, monthIndex } from "@tuwai/domain/time";
import type { EstimateOf } from "#indicators";
import type { CountRow } from "./dashboard-counts.store.ts";
import type { VillagePlace } from "./place.view.ts";
import { sumTopics, type TopicSums } from "./sum-topics.ts";
import type { PromiseCounts, QualityCounts, Topic, TopicCounts, WaitCounts } from "./topic-counts.ts";

export type SummedMonth = FigureCounts & { readonly month: Month };

/** One village as dashboards show it; months are those of its workers, the last twelve complete ones. */
export type DashboardVillage = VillagePlace & {
  readonly covered: number;
  readonly listed: number;
  /** Covered three months before the last complete one; null where that month was not counted. */
  readonly before: number | null;
  readonly months: readonly SummedMonth[];
  /** Vulnerable workers as estimated; null before there are sources. */
  readonly estimate: Range | null;
  readonly promises: readonly PromiseCounts[];
  readonly quality: QualityCounts | null;
  readonly waits: WaitCounts;
};

export type Gathered = TopicSums & {
  readonly countedAt: Date | null;
  /** The same for all who look at the same counting. */
  readonly snapshot: string;
  /** Complete, and the one that sentences speak of. */
  readonly lastMonth: Month;
  /** Vulnerable workers of the area as estimated; null before there are sources. */
  readonly estimate: Range | null;
  /** Workers, oldest first, incomplete months included. */
  readonly months: readonly SummedMonth[];
  readonly officers: readonly SummedMonth[];
  readonly villages: readonly DashboardVillage[];
  readonly cohorts: readonly CohortLine[];
  /** For the months that are not complete: how much has usually come in by today. */
  readonly arrived: readonly { readonly month: Month; readonly usually: UsuallyArrived }[];
};

type Read = {
  /** Of an earlier month: nothing after it is looked at. */
  readonly until?: Month | undefined;
  readonly today: CivilDate;
  readonly countedAt: Date | null;
  readonly snapshot: string;
  readonly places: readonly VillagePlace[];
  readonly figures: readonly MonthFigure[];
  readonly cohorts: readonly Cohort[];
  readonly arrivals: readonly Arrival[];
  readonly counts: readonly CountRow[];
  readonly estimates: readonly EstimateOf[];
};

const monthsShown = 12;
const monthsCompared = 3;

/** Everything that the charts of one area are made of, from what was read in one transaction. */
export function gather(read: Read): Gathered {
  const { today, counts, until } = read;
  const lastMonth = until ?? lastCompleteMonth(today);
  const figures = until === undefined ? read.figures : read.figures.filter(({ month }) => month <= until);
  const months = sumByMonth(figures, "worker");
  const byVillage = Map.groupBy(figures, ({ villageCode }) => villageCode);
  const countsOf = Map.groupBy(counts, ({ villageCode }) => villageCode);
  return {
    countedAt: read.countedAt,
    snapshot: read.snapshot,
    lastMonth,
    estimate: sumOfEstimates(read.estimates.map((estimate) => ({ estimate }))),
    months,
    officers: sumByMonth(figures, "officer"),
    villages: read.places.map((place) =>
      villageOf(place, {
        figures: byVillage.get(place.code) ?? [],
        counts: countsOf.get(place.code) ?? [],
        lastMonth,
        estimate: read.estimates.find(({ villageCode }) => villageCode === place.code),
      }),
    ),
    cohorts: cohortLines(read.cohorts, lastMonth),
    arrived: months
      .filter(({ month }) => month > lastMonth)
      .flatMap(({ month }) => {
        const usually = usuallyArrived(read.arrivals, month, today);
        return usually === null ? [] : [{ month, usually }];
      }),
    ...sumTopics(counts),
  };
}

type OfVillage = {
  readonly figures: readonly MonthFigure[];
  readonly counts: readonly CountRow[];
  readonly lastMonth: Month;
  readonly estimate: EstimateOf | undefined;
};

function villageOf(
  place: VillagePlace,
  { figures, counts, lastMonth, estimate }: OfVillage,
): DashboardVillage {
  const months = sumByMonth(figures, "worker").filter(({ month }) => month <= lastMonth);
  const at = (back: number) => months.find(({ month }) => monthIndex(month) === monthIndex(lastMonth) - back);
  const topic = <T extends Topic>(name: T): TopicCounts[T] | undefined =>
    counts.find((row) => row.topic === name)?.counts as TopicCounts[T] | undefined;
  return {
    ...place,
    covered: at(0)?.covered ?? 0,
    listed: at(0)?.listed ?? 0,
    before: at(monthsCompared)?.covered ?? null,
    months: months.slice(-monthsShown),
    estimate: estimate === undefined ? null : rangeOf(estimate),
    promises: topic("promises") ?? [],
    quality: topic("quality") ?? null,
    waits: topic("waits") ?? {},
  };
}

const rangeOf = ({ low, middle, high }: Range): Range => ({ low, middle, high });
