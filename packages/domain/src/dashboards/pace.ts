import { type Month, monthIndex } from "#time";

/** How many people were covered in a month. */
export type CountedMonth = { readonly month: Month; readonly covered: number };

/** People more (or fewer) in the last month than so many months before; null where that month was not counted. */
export function changeOver(months: readonly CountedMonth[], last: Month, over: number): number | null {
  const at = (back: number) =>
    months.find(({ month }) => monthIndex(month) === monthIndex(last) - back)?.covered;
  const [now, before] = [at(0), at(over)];
  return now === undefined || before === undefined ? null : now - before;
}

/** People a month by which the number grew over the last three complete months, rounded; null where fewer were counted. */
export function monthlyPace(months: readonly CountedMonth[], last: Month, over = 3): number | null {
  const change = changeOver(months, last, over);
  return change === null ? null : Math.round(change / over);
}

/**
 * People a month that are needed so that `aim` are covered in `until`, counted from the month after `from`, rounded up; 0 where they are
 * already, null where no month is left.
 */
export function neededPace(of: {
  readonly covered: number;
  readonly aim: number;
  readonly from: Month;
  readonly until: Month;
}): number | null {
  const months = monthIndex(of.until) - monthIndex(of.from);
  if (of.covered >= of.aim) return 0;
  return months <= 0 ? null : Math.ceil((of.aim - of.covered) / months);
}

/** How many would be covered in `until` if every month went on as the last three; never below nobody. */
export function coveredAtPace(of: {
  readonly covered: number;
  readonly pace: number;
  readonly from: Month;
  readonly until: Month;
}): number {
  return Math.max(0, of.covered + of.pace * Math.max(0, monthIndex(of.until) - monthIndex(of.from)));
}

/** What is told of a month ahead: whole percent, by what it is known, and whether that is more or fewer than the percent told now. */
export type Outlook = {
  readonly basis: "forecast" | "pace";
  /** People, between nobody and everyone. */
  readonly covered: number;
  readonly percent: number;
  readonly direction: "more" | "same" | "fewer";
};

/**
 * How many are covered in `until`: as the forecast expects where it has a `median` for that month, else as the pace leads. The direction
 * compares the percents that are shown, so that no sentence says other than its number; null without a pace or without anybody to cover.
 */
export function outlookOf(of: {
  readonly covered: number;
  readonly everyone: number;
  readonly median: number | null;
  readonly pace: number | null;
  readonly from: Month;
  readonly until: Month;
}): Outlook | null {
  const { everyone, median, pace } = of;
  const people = median ?? (pace === null ? null : coveredAtPace({ ...of, pace }));
  if (people === null || everyone <= 0) return null;
  const covered = Math.min(everyone, people);
  const percentOf = (part: number) => Math.round((part / everyone) * 100);
  const [percent, now] = [percentOf(covered), percentOf(of.covered)];
  const direction = percent > now ? "more" : percent < now ? "fewer" : "same";
  return { basis: median === null ? "pace" : "forecast", covered, percent, direction };
}
