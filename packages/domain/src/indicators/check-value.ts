import { type IndicatorValue, isAsOf, type ValueReason } from "./indicator-value.ts";
import { findSeries } from "./series.ts";

export type TypedValue = Pick<IndicatorValue, "asOf" | "numerator" | "denominator" | "barePercent"> & {
  readonly series: string;
  readonly source: string;
};

const isCount = (value: number | null): boolean =>
  value === null || (Number.isSafeInteger(value) && value >= 0);

const isPercent = (value: number | null): boolean => value === null || (value >= 0 && value <= 100);

/** Everything that speaks against taking a typed value on a day; nothing when it may be taken. `today`: "YYYY-MM-DD". */
export function checkValue(typed: TypedValue, today: string): readonly ValueReason[] {
  const { asOf, numerator, denominator, barePercent } = typed;
  const series = findSeries(typed.series);
  const hasHalf = numerator !== null || denominator !== null;
  const isNumber = isCount(numerator) && isCount(denominator) && isPercent(barePercent);
  const against: readonly (readonly [boolean, ValueReason])[] = [
    [series === undefined, "unknown-series"],
    [series?.enteredBy === "register", "counted-here"],
    [!isAsOf(asOf), "bad-date"],
    [isAsOf(asOf) && asOf > today, "in-future"],
    [!isNumber, "bad-number"],
    [!hasHalf && barePercent === null, "without-figure"],
    [hasHalf && barePercent !== null, "both-ways"],
    [!hasHalf && barePercent !== null && series?.takesBarePercent === false, "bare-percent"],
    [numerator !== null && denominator !== null && numerator > denominator, "numerator-above-denominator"],
    [typed.source.trim() === "", "without-source"],
  ];
  return against.flatMap(([isSo, reason]) => (isSo ? [reason] : []));
}
