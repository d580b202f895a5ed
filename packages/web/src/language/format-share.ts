import { releasePercent } from "@tuwai/domain/coverage";
import { formatPercent } from "./format.ts";
import type { Language } from "./language.ts";

type Share = {
  readonly percent: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
};

/** The bound that releases told of a small share before both its halves were told with it. */
const lowestTold = 5;

/**
 * A released share as it may be read: `≥ 95%` where that bound is all that is published (rule S7 of reliability.md G.7),
 * for "95%" would be untrue of a village where everybody is covered. Other shares stand as they are.
 */
export function formatShare(language: Language, { percent, numerator, denominator }: Share): string {
  const text = formatPercent(language, percent);
  const released = releasePercent(numerator, denominator);
  if (released.bound === "at-least" && released.percent === percent) return `≥\u00a0${text}`;
  const isCapped = percent === lowestTold && released.percent !== null && released.percent < percent;
  return isCapped ? `≤\u00a0${text}` : text;
}
