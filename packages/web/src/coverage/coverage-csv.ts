import type { Coverage } from "@tuwai/server/coverage";
import type { Language } from "#language/language.ts";
import { sourceInWords } from "#language/source-words.ts";

const columns = [
  "code",
  "name",
  "kecamatan",
  "numerator",
  "denominator",
  "percent",
  "suppressed",
  "listed",
  "isSilent",
  "isSmall",
] as const;

/**
 * UTF-8 with a byte-order mark and semicolons, which is what Excel in Indonesian opens without asking; decimals carry
 * a comma for the same reason. The last columns repeat what the share is made of, so that a line can travel alone.
 */
export function coverageCsv(coverage: Coverage, language: Language): string {
  const { definition, asOf, sources } = coverage;
  const head = [...columns, "definition", "asOfNumerator", "asOfDenominator", "sources"];
  const tail = [
    definition,
    asOf.numerator,
    asOf.denominator,
    sources.map((source) => sourceInWords(language, source)).join(", "),
  ];
  const lines = coverage.villages.map((village) => [...columns.map((column) => village[column]), ...tail]);
  return `\uFEFF${[head, ...lines].map((line) => line.map(cell).join(";")).join("\r\n")}\r\n`;
}

/** Quotes what needs it, and defuses text that a spreadsheet would run as a formula. */
function cell(value: string | number | boolean | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value).replace(".", ",");
  const text = String(value);
  const safe = /^[=+\-@\t\r\0]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
