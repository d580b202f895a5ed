import type { Month } from "#time";

/** What may explain a bend in the line, the weightiest first. */
export const trendEventKinds = ["target", "budget", "list", "payroll", "release"] as const;
export type TrendEventKind = (typeof trendEventKinds)[number];

/**
 * `number`: percent of a target, villages whose budget was passed, rows of lists that were taken over, mandates of a payroll, releases.
 * `year`: of a target or a budget, else null.
 */
export type TrendEvent = {
  readonly kind: TrendEventKind;
  readonly month: Month;
  readonly number: number;
  readonly year: number | null;
};

/** One flag: its number, counted from the oldest, and what happened in that month. */
export type TrendMark = {
  readonly number: number;
  readonly month: Month;
  readonly events: readonly TrendEvent[];
};

/** More flags than these cannot be told apart on a phone. */
export const mostMarks = 9;
/** A month's lists are large from so many people on, and from this share of everyone. */
const largeList = { people: 10, share: 0.05 };
/** What comes every month is marked the first time and the last. */
const monthly: readonly TrendEventKind[] = ["payroll", "release"];

/** What is marked of an area's events: where there are too many, the lightest and oldest of them are left out. */
export function markEvents(events: readonly TrendEvent[], everyone: number): readonly TrendMark[] {
  const least = Math.max(largeList.people, largeList.share * everyone);
  const months = new Map<TrendEventKind, Month[]>();
  for (const { kind, month } of events) months.set(kind, [...(months.get(kind) ?? []), month]);
  const worthy = events.filter(({ kind, month, number }) => {
    if (kind === "list") return number >= least;
    const own = months.get(kind)!.toSorted();
    return !monthly.includes(kind) || month === own[0] || month === own.at(-1);
  });
  const marks = [...Map.groupBy(worthy, ({ month }) => month)].map(([month, of]) => ({
    month,
    events: of.toSorted((a, b) => weightOf(a) - weightOf(b) || (a.year ?? 0) - (b.year ?? 0)),
  }));
  return marks
    .toSorted((a, b) => weightOf(a.events[0]!) - weightOf(b.events[0]!) || (a.month < b.month ? 1 : -1))
    .slice(0, mostMarks)
    .toSorted((a, b) => (a.month < b.month ? -1 : 1))
    .map((mark, at) => ({ number: at + 1, ...mark }));
}

const weightOf = ({ kind }: TrendEvent): number => trendEventKinds.indexOf(kind);
