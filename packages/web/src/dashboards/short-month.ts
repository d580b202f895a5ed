import type { Month } from "@tuwai/domain/time";
import { formatShortDate } from "#language/format.ts";
import type { Language } from "#language/language.ts";

/** "Okt 26": a month under an axis. */
export function shortMonth(language: Language, month: Month): string {
  const [, name = "", year = ""] = formatShortDate(language, `${month}-01`).split(" ");
  return `${name} ${year.slice(2)}`;
}
