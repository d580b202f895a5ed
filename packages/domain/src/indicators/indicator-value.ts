import { parseCivilDate, parseMonth } from "#time";
import type { FigureMark, SeriesCode } from "./series.ts";

/** A day "2025-12-18", or a month "2025-04" or a year "2024" where the source says no more. */
export type AsOf = string;

export function isAsOf(text: string): text is AsOf {
  if (/^(19|20)\d{2}$/.test(text)) return true;
  return parseMonth(text) !== undefined || parseCivilDate(text) !== undefined;
}

/** One value of one series: both halves, one half where the other is unknown, or the bare percentage that somebody was told. */
export type IndicatorValue<Code extends SeriesCode = SeriesCode> = {
  readonly series: Code;
  /** Whom it speaks of: dotted region code, or "00" for Indonesia. */
  readonly place: string;
  readonly asOf: AsOf;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Only where there are not both halves. */
  readonly barePercent: number | null;
  readonly mark: FigureMark;
};

/** In per cent with one decimal, halves up: of both halves, else what was told; null where neither is known. */
export function percentOf({
  numerator,
  denominator,
  barePercent,
}: Pick<IndicatorValue, "numerator" | "denominator" | "barePercent">): number | null {
  if (numerator === null || denominator === null) return barePercent;
  return denominator === 0 ? null : Math.round((numerator * 1000) / denominator) / 10;
}

/** Two figures of different definitions, or of different places, were held against each other. */
export class DefinitionMismatch extends Error {
  readonly code = "different-definitions";
}

export type Compared = {
  /** Percentage points, one decimal; null where either has no percentage. */
  readonly points: number | null;
  /** Denominators are vintages: a change under another one is not all progress. */
  readonly isSameDenominator: boolean;
};

/**
 * What moved from one value to the next of the same series and place. Values of different series do not compile together where
 * their series are known, and throw `DefinitionMismatch` where they are not.
 */
export function compareValues<Code extends SeriesCode>(
  before: IndicatorValue<Code>,
  after: IndicatorValue<NoInfer<Code>>,
): Compared {
  if (before.series !== after.series || before.place !== after.place)
    throw new DefinitionMismatch(
      `${before.series} of ${before.place} and ${after.series} of ${after.place} are different figures`,
    );
  const [from, to] = [percentOf(before), percentOf(after)];
  return {
    points: from === null || to === null ? null : Math.round((to - from) * 10) / 10,
    isSameDenominator: before.denominator === after.denominator,
  };
}

const isSameFigure = (a: IndicatorValue, b: IndicatorValue): boolean =>
  a.numerator === b.numerator && a.denominator === b.denominator && a.barePercent === b.barePercent;

/** The first date since which the figure stands as it stands at the end; null for none. Values of one series and place. */
export function standsSince(values: readonly IndicatorValue[]): AsOf | null {
  const inOrder = values.toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1));
  const last = inOrder.at(-1);
  if (last === undefined) return null;
  if (inOrder.some((value) => value.series !== last.series || value.place !== last.place))
    throw new DefinitionMismatch(`figures beside ${last.series} of ${last.place} are of another definition`);
  const other = inOrder.findLastIndex((value) => !isSameFigure(value, last));
  return inOrder[other + 1]!.asOf;
}

export type ValueReason =
  | "unknown-series"
  | "counted-here"
  | "bad-date"
  | "in-future"
  | "bad-number"
  | "without-figure"
  | "bare-percent"
  | "both-ways"
  | "numerator-above-denominator"
  | "without-source";
