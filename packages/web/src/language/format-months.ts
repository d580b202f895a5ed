import { formatMonth } from "./format.ts";
import type { Language } from "./language.ts";

/** "Januari–Maret 2027", "November 2026–Maret 2027", or the month alone. */
export function formatMonths(
  language: Language,
  { from, until }: { readonly from: string; readonly until: string },
): string {
  const last = formatMonth(language, until);
  if (from === until) return last;
  const first = formatMonth(language, from);
  const isOneYear = from.slice(0, 4) === until.slice(0, 4);
  return `${isOneYear ? first.replace(/ \d{4}$/, "") : first}\u2013${last}`;
}
