import { jakartaDate } from "@tuwai/domain/time";
import { formatDate, formatShortDate } from "./format.ts";
import type { Language } from "./language.ts";

/** "18 Desember 2025" of an instant, by Jakarta's calendar. */
export function dayOf(language: Language, instant: Date): string {
  return formatDate(language, jakartaDate(instant.getTime()));
}

/** "18 Des 2025", for lists. */
export function shortDayOf(language: Language, instant: Date): string {
  return formatShortDate(language, jakartaDate(instant.getTime()));
}
