import type { CellKind, TableCell } from "@tuwai/domain/intake";
import { decodeEscapes, type WorkbookParts } from "./workbook-parts.ts";

export type WrittenCell = {
  readonly column: number;
  /** The `t` of the file: s shared, str formula text, inlineStr, b, e, d, n. */
  readonly type: string;
  readonly style: number;
  readonly value: string;
  readonly inline: string;
  readonly formula: string;
  readonly hasFormula: boolean;
};

const DAY_MS = 86_400_000;

/** What a cell holds; null for one that is only formatted. A formula without computed value shows its source. */
export function cellValue(cell: WrittenCell, parts: WorkbookParts): TableCell | null {
  const { text, kind, raw } = plainValue(cell, parts);
  // A formula that came to nothing has no value to take.
  if (kind === "error") return { column: cell.column, text, kind, raw };
  // ="1377…" computes nothing: it keeps digits from being taken for a number.
  const constant = /^\s*"((?:[^"]|"")*)"\s*$/.exec(cell.formula)?.[1];
  if (constant !== undefined && constant === text)
    return { column: cell.column, text, kind: "text", raw: text };
  if (cell.hasFormula) {
    const source = `=${cell.formula}`;
    return { column: cell.column, text: text === "" ? source : text, kind: "formula", raw: source };
  }
  return text === "" ? null : { column: cell.column, text, kind, raw };
}

function plainValue(cell: WrittenCell, parts: WorkbookParts): { text: string; kind: CellKind; raw: string } {
  const { type, value } = cell;
  if (type === "s") return asText(value === "" ? "" : (parts.sharedStrings[Number(value)] ?? ""));
  if (type === "inlineStr") return asText(decodeEscapes(cell.inline));
  if (type === "str") return asText(decodeEscapes(value));
  if (type === "b")
    return { text: value === "" ? "" : value === "1" ? "TRUE" : "FALSE", kind: "boolean", raw: value };
  if (type === "e") return { text: value, kind: "error", raw: value };
  if (type === "d") return { text: value, kind: "date", raw: value };
  if (value === "") return asText("");
  const number = Number(value);
  if (!Number.isFinite(number)) return asText(value);
  if (parts.isDateStyle[cell.style] === true)
    return { text: dateOfSerial(number, parts.countsFrom1904), kind: "date", raw: value };
  return { text: plainNumber(number), kind: "number", raw: value };
}

function asText(text: string) {
  return { text, kind: "text" as const, raw: text };
}

/** Plain decimals: 1.37792E+15 is written out, with the digits that were lost as they stand in the file. */
export function plainNumber(number: number): string {
  return Number.isInteger(number) && Math.abs(number) < 1e21 ? BigInt(number).toString() : String(number);
}

/**
 * Days since the start of the workbook's calendar as "YYYY-MM-DD", with the time when there is one. Serials of the 1900
 * calendar below 60 are one day off, because it believes in a 29 February 1900.
 */
function dateOfSerial(serial: number, countsFrom1904: boolean): string {
  const epoch = countsFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const at = new Date(epoch + Math.round(serial * DAY_MS));
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999) return plainNumber(serial);
  const [day = "", time = ""] = at.toISOString().split("T");
  return Number.isInteger(serial) ? day : `${day}T${time.slice(0, 8)}`;
}
