import { formatNumber } from "./format.ts";
import type { Language } from "./language.ts";

const most = 12;

/** "4, 7, 9 dan 31 lainnya": so many that a sentence can hold them. */
export function listNumbers(language: Language, numbers: readonly number[]): string {
  const shown = numbers.slice(0, most).join(", ");
  const others = formatNumber(language, numbers.length - most);
  if (numbers.length <= most) return shown;
  return language === "id" ? `${shown} dan ${others} lainnya` : `${shown} and ${others} others`;
}
