import { accountTexts } from "#language/accounts.ts";
import { correctionTexts } from "#language/corrections.ts";
import { formatMonth, formatNumber, formatRupiah, formatShortDate } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { trailDetailTexts } from "#language/trail-details.ts";
import { upkeepTexts } from "#language/upkeep.ts";
import { wordOf } from "#language/word-of.ts";

/** Names of villages and kecamatan by their codes. */
export type Places = ReadonlyMap<string, string>;

/** What stands beside an entry, each as `name: value`; what was not said is left out. */
export function sayDetails(language: Language, places: Places, details: object): readonly string[] {
  const t = trailDetailTexts[language];
  return Object.entries(details)
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => `${wordOf(t.names, name)}: ${sayValue({ language, places, name }, value)}`);
}

type Said = { readonly language: Language; readonly places: Places; readonly name: string };

function sayValue(said: Said, value: unknown): string {
  const { language, places, name } = said;
  const t = trailDetailTexts[language];
  // Settings have names for programs only; how many were written tells enough.
  if (name === "names" && Array.isArray(value)) return t.settings(formatNumber(language, value.length));
  if (Array.isArray(value)) return value.map((each) => sayValue(said, each)).join(", ");
  if (typeof value === "boolean") return value ? t.yes : t.no;
  if (typeof value === "number" && /rupiah$/i.test(name)) return formatRupiah(language, value);
  if (typeof value === "number") return formatNumber(language, value);
  if (typeof value === "object" && value !== null)
    return `(${sayDetails(language, places, value).join(", ")})`;
  return sayWord(said, String(value));
}

/** Words where there are some; ids of rows by their end, days and months as everywhere; the rest stands as it was written down. */
function sayWord({ language, places, name }: Said, value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatShortDate(language, value);
  if (/^\d{4}-\d{2}$/.test(value)) return formatMonth(language, value);
  if (/rupiah$/i.test(name) && /^-?\d+$/.test(value)) return formatRupiah(language, BigInt(value));
  const topics: Readonly<Record<string, { readonly name: string }>> = upkeepTexts[language].topics;
  const tables = [
    trailDetailTexts[language].values,
    correctionTexts[language].fields,
    accountTexts[language].roles,
  ];
  const known = tables.map((table) => wordOf(table, value)).find((word) => word !== value);
  return known ?? topics[value]?.name ?? places.get(value) ?? shortId(value);
}

/** Codes that people know are shown whole, ids of rows by their end. */
export const shortId = (id: string): string => (/^[\da-f]{8}-/.test(id) ? `…${id.slice(-6)}` : id);
