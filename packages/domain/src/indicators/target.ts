import { type LadderCode, ladderCodes } from "./series.ts";

/** What one ladder wants to have reached at the end of a year. */
export type Target = {
  readonly ladder: LadderCode;
  readonly year: number;
  /** 0 to 100, two decimals at most. */
  readonly percent: number;
};

export type TargetReason = "unknown-ladder" | "bad-year" | "bad-percent" | "without-source";

/** Everything that speaks against a typed target. */
export function checkTarget(typed: {
  readonly ladder: string;
  readonly year: number;
  readonly percent: number;
  readonly source: string;
}): readonly TargetReason[] {
  const { ladder, year, percent, source } = typed;
  const isPercent = percent > 0 && percent <= 100;
  const against: readonly (readonly [boolean, TargetReason])[] = [
    [!ladderCodes.some((known) => known === ladder), "unknown-ladder"],
    [!Number.isSafeInteger(year) || year < 2020 || year > 2100, "bad-year"],
    [!isPercent, "bad-percent"],
    [source.trim() === "", "without-source"],
  ];
  return against.flatMap(([isSo, reason]) => (isSo ? [reason] : []));
}

/** The target of a year, or the next one that is set; undefined after the last. Of one ladder. */
export function nextTarget<T extends Target>(targets: readonly T[], year: number): T | undefined {
  return targets.filter((target) => target.year >= year).toSorted((a, b) => a.year - b.year)[0];
}
