import type { MonthMark } from "#cover";
import { monthAtIndex, monthIndex, type Month } from "#time";

/** Vulnerable workers, those of religion and adat among them; officers of villages are another programme and never summed with them. */
export const figureGroups = ["worker", "officer"] as const;
export type FigureGroup = (typeof figureGroups)[number];

/** One worker's months, as the clock of cover marked them by what is known now. */
export type WorkerMonths = {
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly group: FigureGroup;
  readonly listedFrom: Month;
  /** The month of death or of moving away; from it on the worker is in no count. */
  readonly leftIn: Month | null;
  readonly from: Month | null;
  readonly letters: string;
  /** Paid months on whose first day the full death benefit held. */
  readonly fullMonths: readonly Month[];
};

/** People, whole numbers. Who stands in a month stands in one of the states or in none; flows count those who changed in it. */
export type FigureCounts = {
  /** On a list by the end of the month, alive, living here. */
  listed: number;
  covered: number;
  /** Of the covered, whose contribution came by its pay-by day. */
  onTime: number;
  /** Of the covered, with the full death benefit on the month's first day. */
  fullCover: number;
  due: number;
  grace: number;
  waitingFirstPayment: number;
  listOnly: number;
  /** Was a member and is none now. */
  ended: number;
  /** Covered for the first time. */
  joined: number;
  /** Membership ended in this month. */
  lapsed: number;
  /** Covered again after membership had ended. */
  returned: number;
  /** Died or moved away while a member. */
  left: number;
};

export type MonthFigure = FigureCounts & {
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly group: FigureGroup;
  readonly month: Month;
};

/** Of the workers first covered in one month, how many a later month covers. */
export type Cohort = {
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly joinedMonth: Month;
  readonly month: Month;
  readonly covered: number;
};

const noCounts = (): FigureCounts => ({
  listed: 0,
  covered: 0,
  onTime: 0,
  fullCover: 0,
  due: 0,
  grace: 0,
  waitingFirstPayment: 0,
  listOnly: 0,
  ended: 0,
  joined: 0,
  lapsed: 0,
  returned: 0,
  left: 0,
});

const columnOf: Partial<Record<MonthMark, keyof FigureCounts>> = {
  C: "covered",
  c: "covered",
  d: "due",
  "1": "grace",
  "2": "grace",
  "3": "grace",
  v: "grace",
  p: "waitingFirstPayment",
  l: "listOnly",
  e: "ended",
};

const memberMarks = new Set<string>(["C", "c", "d", "1", "2", "3", "v"]);
const isPaid = (mark: string | undefined): boolean => mark === "C" || mark === "c";

/**
 * The figures of every village and month from the first in which anybody was listed or covered until `until`, oldest first, and the
 * cohorts of workers (officers have none). What an earlier month says is said by what is known now; what was published then stands in
 * its release.
 */
export function foldMonths(
  workers: Iterable<WorkerMonths>,
  until: Month,
): { readonly figures: readonly MonthFigure[]; readonly cohorts: readonly Cohort[] } {
  const last = monthIndex(until);
  const figures = new Map<string, MonthFigure>();
  const cohorts = new Map<string, { -readonly [K in keyof Cohort]: Cohort[K] }>();
  for (const worker of workers) {
    const { villageCode, kecamatanCode, group } = worker;
    let joined: Month | undefined;
    for (const { month, step } of walk(worker, last)) {
      const key = `${villageCode}|${group}|${month}`;
      let figure = figures.get(key);
      if (figure === undefined) {
        figure = { villageCode, kecamatanCode, group, month, ...noCounts() };
        figures.set(key, figure);
      }
      count(figure, step);
      if (step.isFirstCover) joined = month;
      if (joined === undefined || group !== "worker" || !isPaid(step.mark)) continue;
      const cohortKey = `${villageCode}|${joined}|${month}`;
      const cohort = cohorts.get(cohortKey);
      if (cohort === undefined)
        cohorts.set(cohortKey, { villageCode, kecamatanCode, joinedMonth: joined, month, covered: 1 });
      else cohort.covered += 1;
    }
  }
  const byMonth = (a: MonthFigure, b: MonthFigure) =>
    compare(a.month, b.month) || compare(a.villageCode, b.villageCode) || compare(a.group, b.group);
  const byCohort = (a: Cohort, b: Cohort) =>
    compare(a.joinedMonth, b.joinedMonth) ||
    compare(a.month, b.month) ||
    compare(a.villageCode, b.villageCode);
  return {
    figures: [...figures.values()].toSorted(byMonth),
    cohorts: [...cohorts.values()].toSorted(byCohort),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What one worker was in one month. */
type WorkerStep = {
  readonly isListed: boolean;
  readonly mark: string | undefined;
  readonly before: string | undefined;
  readonly isFull: boolean;
  readonly isFirstCover: boolean;
  readonly wasEnded: boolean;
  readonly isGone: boolean;
};

/** From the month a worker is first known to the last asked for, or the one of leaving. */
function* walk(worker: WorkerMonths, last: number): Generator<{ month: Month; step: WorkerStep }> {
  const marksFrom = worker.from === null ? Number.POSITIVE_INFINITY : monthIndex(worker.from);
  const listedFrom = monthIndex(worker.listedFrom);
  const gone = worker.leftIn === null ? Number.POSITIVE_INFINITY : monthIndex(worker.leftIn);
  const full = new Set(worker.fullMonths);
  let wasCovered = false;
  let wasEnded = false;
  for (let index = Math.min(marksFrom, listedFrom); index <= Math.min(last, gone); index += 1) {
    const mark = worker.letters[index - marksFrom];
    const before = worker.letters[index - marksFrom - 1];
    const month = monthAtIndex(index);
    const isGone = index === gone;
    const isFirstCover = !isGone && !wasCovered && isPaid(mark);
    yield {
      month,
      step: {
        isListed: index >= listedFrom,
        mark,
        before,
        isFull: full.has(month),
        isFirstCover,
        wasEnded,
        isGone,
      },
    };
    if (isPaid(mark)) {
      wasCovered = true;
      wasEnded = false;
    }
    if (mark === "e" && wasCovered) wasEnded = true;
  }
}

function count(figure: MonthFigure, step: WorkerStep): void {
  const { mark, before } = step;
  if (step.isGone) {
    if (before !== undefined && memberMarks.has(before)) figure.left += 1;
    return;
  }
  if (step.isListed || isPaid(mark)) figure.listed += 1;
  if (step.isFirstCover) figure.joined += 1;
  const column = columnOf[mark as MonthMark];
  if (column !== undefined) figure[column] += 1;
  if (mark === "C") figure.onTime += 1;
  if (isPaid(mark) && step.isFull) figure.fullCover += 1;
  if (mark === "e" && before !== undefined && memberMarks.has(before)) figure.lapsed += 1;
  if (isPaid(mark) && step.wasEnded) figure.returned += 1;
}

/** Sums figures of many villages month by month, oldest first; `villages` and their figures are of one group each. */
export function sumByMonth(
  figures: readonly MonthFigure[],
  group: FigureGroup,
): readonly (FigureCounts & { readonly month: Month })[] {
  const sums = new Map<Month, FigureCounts & { readonly month: Month }>();
  for (const figure of figures) {
    if (figure.group !== group) continue;
    const sum = sums.get(figure.month) ?? { month: figure.month, ...noCounts() };
    for (const name of figureNames) sum[name] += figure[name];
    sums.set(figure.month, sum);
  }
  return [...sums.values()].toSorted((a, b) => compare(a.month, b.month));
}

/** Names of the counts, in the order in which tables show them. */
export const figureNames = Object.keys(noCounts()) as readonly (keyof FigureCounts)[];
