import { type Month, monthIndex } from "@tuwai/domain/time";

/** `same`: the number of the month before again. `incomplete`: payments for the month are still coming. */
export type TrendPoint = {
  readonly month: Month;
  readonly percent: number;
  readonly kind: "new" | "same" | "incomplete";
};

/** Percentages from 0 to 100. */
export type TrendBand = {
  readonly month: Month;
  readonly low80: number;
  readonly low50: number;
  readonly median: number;
  readonly high50: number;
  readonly high80: number;
};

export type TrendTarget = { readonly month: Month; readonly percent: number };

/** Oldest first. `target`: from the last complete month to the years' ends; `fan`: null where nothing can honestly be drawn ahead. */
export type TrendData = {
  readonly observed: readonly TrendPoint[];
  readonly target: readonly TrendTarget[];
  readonly fan: readonly TrendBand[] | null;
  readonly events?: readonly { readonly month: Month; readonly number: number }[] | undefined;
  /** Where a kept plan would lead, from the last complete month on. */
  readonly plan?: readonly TrendTarget[] | undefined;
};

/** Pixels; nothing is scaled after it is drawn. `end`: room for labels at the right. */
export type TrendSize = {
  readonly width: number;
  readonly height: number;
  readonly font: number;
  readonly end: number;
  /** How many months behind are drawn; all without it. */
  readonly behind?: number;
};

export type TrendScale = {
  readonly x: (month: Month) => number;
  readonly y: (percent: number) => number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly first: Month;
  readonly last: Month;
};

/** What is drawn of the months behind at this size. */
export function observedAt({ observed }: TrendData, { behind }: TrendSize): readonly TrendPoint[] {
  return behind === undefined ? observed : observed.slice(-behind);
}

/** Flags within what is drawn: those that stand too near for a number each share one, "3–5" over all of them. */
export function flagsAt(
  { events = [] }: TrendData,
  { first, last, x }: Pick<TrendScale, "first" | "last" | "x">,
  font: number,
): readonly { readonly xs: readonly number[]; readonly label: string }[] {
  const groups: { xs: number[]; numbers: number[] }[] = [];
  for (const { month, number } of events) {
    if (month < first || last < month) continue;
    const before = groups.at(-1);
    if (before !== undefined && x(month) - before.xs.at(-1)! < 2 * font) {
      before.xs.push(x(month));
      before.numbers.push(number);
    } else groups.push({ xs: [x(month)], numbers: [number] });
  }
  return groups.map(({ xs, numbers }) => {
    const [from, until] = [numbers[0]!, numbers.at(-1)!];
    return { xs, label: from === until ? String(from) : `${from}–${until}` };
  });
}

export function trendScale(data: TrendData, size: TrendSize): TrendScale {
  const months = [
    ...observedAt(data, size).map(({ month }) => month),
    ...data.target.map(({ month }) => month),
    ...(data.fan ?? []).map(({ month }) => month),
    ...(data.plan ?? []).map(({ month }) => month),
  ].toSorted();
  const first = months[0] ?? ("2026-01" as Month);
  const last = months.at(-1) ?? first;
  const [left, right] = [Math.round(size.font * 2.9), size.width - size.end];
  const [top, bottom] = [size.font * 1.6, size.height - size.font * 2];
  const span = Math.max(1, monthIndex(last) - monthIndex(first));
  return {
    x: (month) => rounded(left + ((monthIndex(month) - monthIndex(first)) / span) * (right - left)),
    y: (percent) => rounded(bottom - (Math.min(100, Math.max(0, percent)) / 100) * (bottom - top)),
    left,
    right,
    top,
    bottom,
    first,
    last,
  };
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** "M34 18.5L40 17" through the points, in order. */
export const lineThrough = (points: readonly (readonly [x: number, y: number])[]): string =>
  points.map(([x, y], at) => `${at === 0 ? "M" : "L"}${x} ${y}`).join("");

/** Moves labels apart that would lie on each other: each at least `gap` below the one before, none below `bottom`. */
export function spreadLabels(wished: readonly number[], gap: number, bottom: number): number[] {
  const order = wished.map((y, at) => ({ y, at })).toSorted((a, b) => a.y - b.y);
  let lowest = Number.NEGATIVE_INFINITY;
  for (const label of order) lowest = label.y = Math.max(label.y, lowest + gap);
  let highest = bottom;
  for (const label of order.toReversed()) {
    label.y = Math.min(label.y, highest);
    highest = label.y - gap;
  }
  return order.toSorted((a, b) => a.at - b.at).map(({ y }) => y);
}
