import type { Indicator, ShownValue } from "@tuwai/server/indicators";
import { formatDate, formatMonth, formatNumber } from "#language/format.ts";
import { indicatorTexts } from "#language/indicators.ts";
import type { Language } from "#language/language.ts";

/** "18 Desember 2025", "April 2025" or "2024", as exact as the source is. */
export function whenInWords(language: Language, asOf: string): string {
  if (asOf.length === 4) return asOf;
  return asOf.length === 7 ? formatMonth(language, asOf) : formatDate(language, asOf);
}

export function percentInWords(language: Language, value: Pick<ShownValue, "percent"> | null): string | null {
  return value === null || value.percent === null ? null : exactPercent(language, value.percent);
}

/** "34,99%": as many decimals as the source gives, two at most; a target is never rounded up to be reached. */
export function exactPercent(language: Language, percent: number): string {
  const decimals =
    [0, 1].find((n) => Math.abs(percent * 10 ** n - Math.round(percent * 10 ** n)) < 1e-6) ?? 2;
  return `${formatNumber(language, percent, decimals)}%`;
}

/** "11.000 dari 48.881"; null of a bare percentage. */
export function partsInWords(
  language: Language,
  { numerator, denominator }: Pick<ShownValue, "numerator" | "denominator">,
): string | null {
  const t = indicatorTexts[language];
  const number = (n: number) => formatNumber(language, n);
  if (numerator !== null && denominator !== null) return t.parts(number(numerator), number(denominator));
  if (numerator !== null) return t.onlyOver(number(numerator));
  return denominator === null ? null : t.onlyUnder(number(denominator));
}

export function formulaInWords(
  language: Language,
  { numerator, denominator }: Pick<Indicator, "numerator" | "denominator">,
): string {
  const t = indicatorTexts[language];
  const halves: Readonly<Record<string, string>> = t.halves;
  const half = (code: string | null) => (code === null ? t.unknownHalf : (halves[code] ?? code));
  return t.formula(half(numerator), half(denominator));
}

/** A name of the province or the country; the city by its own. */
export function placeInWords(
  language: Language,
  place: string,
  city: { code: string; name: string },
): string {
  const { places } = indicatorTexts[language];
  if (place === city.code) return city.name;
  return place === "00" ? places.country : places.province;
}
