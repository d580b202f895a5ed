import type { PublishedFigure } from "./published-figure.ts";
import { rangeText } from "#coverage";
import { formatMonth, formatNumber } from "#language/format.ts";
import { formatShare } from "#language/format-share.ts";
import type { Language } from "#language/language.ts";
import { releaseTexts } from "#language/releases.ts";

/** The one sentence of a release, from its own figures. */
export function findingOf(language: Language, releaseMonth: string, city: PublishedFigure | null): string {
  const t = releaseTexts[language].page;
  const month = formatMonth(language, releaseMonth);
  const { numerator = null, estimate = null, percent = null } = city ?? {};
  if (numerator === null) return t.findingHidden(month);
  const covered = rangeText(language, numerator);
  if (estimate === null || percent === null) return t.findingBare(month, covered);
  const share = formatShare(language, { percent, numerator, denominator: estimate });
  return t.finding(month, covered, formatNumber(language, estimate), share);
}
