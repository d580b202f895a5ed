import { neutraliseText } from "@tuwai/domain/cells";
import type { ExportColumn, ExportTable, ExportValue } from "./export-table.ts";

export type CsvStyle = {
  /** Excel in Indonesian opens ";" at once; programs expect ",". */
  readonly separator: ";" | ",";
  /** Excel knows UTF-8 only by its mark. */
  readonly hasMark: boolean;
};

/**
 * RFC 4180 text in which nothing can run: a field that a spreadsheet would take for a formula gets an apostrophe.
 * Numbers in number columns stay bare, also negative ones; beside ";" their decimals have a comma.
 */
export function toCsv({ columns, rows }: ExportTable, style: CsvStyle): string {
  const header = columns.map(({ header }) => field(neutraliseText(header), style));
  const lines = rows.map((row) => columns.map((column, index) => fieldOf(row[index] ?? null, column, style)));
  return (
    (style.hasMark ? "\uFEFF" : "") +
    [header, ...lines].map((line) => `${line.join(style.separator)}\r\n`).join("")
  );
}

function fieldOf(value: ExportValue, { kind }: ExportColumn, style: CsvStyle): string {
  if (value === null) return "";
  const isNumber = typeof value === "number" && (kind === "number" || kind === "rupiah");
  return isNumber ? numberOf(value, style) : field(neutraliseText(String(value)), style);
}

/** Excel in Indonesian reads decimals with a comma, programs with a point. */
const numberOf = (value: number, { separator }: CsvStyle): string =>
  separator === ";" ? String(value).replace(".", ",") : String(value);

function field(text: string, { separator }: CsvStyle): string {
  const needsQuotes = text.includes(separator) || /["\r\n]|^\s|\s$/.test(text);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}
