import { daysBetween, type CivilDate } from "#time";
import type { CoverageDefinition } from "./coverage-definition.ts";

/** A number of people with where it comes from and the day it is true for. */
export type SourcedCount = { readonly value: number; readonly source: string; readonly asOf: CivilDate };

export type Coverage = {
  readonly definition: CoverageDefinition;
  readonly numerator: SourcedCount;
  readonly denominator: SourcedCount;
  /** With one decimal; null when nothing can be said. */
  readonly percent: number | null;
  /** What a reader must know before believing it. */
  readonly remarks: readonly ("no-denominator" | "more-covered-than-exist" | "dates-far-apart")[];
};

const MOST_DAYS_APART = 366;

/** One honest number: never without both halves, their sources and dates. Throws RangeError for negative counts. */
export function coverageOf(figure: Pick<Coverage, "definition" | "numerator" | "denominator">): Coverage {
  const { numerator, denominator } = figure;
  if (!isCount(numerator.value) || !isCount(denominator.value))
    throw new RangeError("people are counted in whole numbers from 0");
  const remarks: Coverage["remarks"][number][] = [];
  if (denominator.value === 0) remarks.push("no-denominator");
  if (numerator.value > denominator.value) remarks.push("more-covered-than-exist");
  if (Math.abs(daysBetween(numerator.asOf, denominator.asOf)) > MOST_DAYS_APART)
    remarks.push("dates-far-apart");
  return {
    ...figure,
    percent: denominator.value === 0 ? null : percentOf(numerator.value, denominator.value),
    remarks,
  };
}

/** Difference in percentage points. Throws RangeError across definitions: the ladders are never mixed. */
export function differenceOf(later: Coverage, earlier: Coverage): number | null {
  if (later.definition.code !== earlier.definition.code)
    throw new RangeError("figures of different definitions do not compare");
  if (later.percent === null || earlier.percent === null) return null;
  return Math.round((later.percent - earlier.percent) * 10) / 10;
}

/** The first day since which the figure has stood as it stands at the end; undefined for no figures. Oldest first. */
export function unchangedSince(
  history: readonly {
    readonly asOf: CivilDate;
    readonly numerator: number | null;
    readonly denominator: number | null;
  }[],
): CivilDate | undefined {
  const last = history.at(-1);
  if (last === undefined) return undefined;
  const lastOther = history.findLastIndex(
    (figure) => figure.numerator !== last.numerator || figure.denominator !== last.denominator,
  );
  return history[lastOther + 1]?.asOf;
}

/** With one decimal, halves up. */
export function percentOf(numerator: number, denominator: number): number {
  return Math.round((numerator * 1000) / denominator) / 10;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
