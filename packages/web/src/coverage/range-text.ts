import { rangeOfCount } from "@tuwai/domain/coverage";
import { formatNumber } from "#language/format.ts";
import type { Language } from "#language/language.ts";

/** From here on a rounded number says as much as its range would. */
const largest = 100;

/** A published count as what it stands for, "18–22"; large ones as the number they are rounded to. */
export function rangeText(language: Language, published: number): string {
  if (published >= largest) return formatNumber(language, published);
  const { from, to } = rangeOfCount(published);
  return `${formatNumber(language, from)}–${formatNumber(language, to)}`;
}
