import { releasePercent } from "@tuwai/domain/coverage";
import { formatPercent } from "./format.ts";
import type { Language } from "./language.ts";

type Share = {
  readonly percent: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
};

/**
 * A released share as it may be read: `≥ 95%` where that bound is all that is published (rule S7 of reliability.md G.7),
 * for "95%" would be untrue of a village where everybody is covered. Other shares stand as they are.
 */
export function formatShare(language: Language, { percent, numerator, denominator }: Share): string {
  const text = formatPercent(language, percent);
  const released = releasePercent(numerator, denominator);
  if (released.percent !== percent || released.bound === "none") return text;
  return `${released.bound === "at-least" ? "≥" : "≤"}\u00a0${text}`;
}
