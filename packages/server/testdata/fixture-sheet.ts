import type { Cell, CellValue, WriteSheet } from "hucre/xlsx";

/** A cell as an office leaves it: text, a number, a day typed as a date, or a formula with the value last computed. */
export type OfficeCell =
  | string
  | number
  | null
  | { readonly day: string }
  | { readonly formula: string; readonly shows: string | number };

/** What has to become of a row. `codes` are its errors and warnings; remarks for information are not listed. */
export type Fate = "accepted" | "refused" | "duplicate" | "blank" | "header" | "note";

export type OfficeLine = {
  readonly fate: Fate;
  readonly cells: readonly OfficeCell[];
  readonly codes: readonly string[];
  readonly hidden: boolean;
};

const line =
  (fate: Fate) =>
  (cells: readonly OfficeCell[], ...codes: readonly string[]): OfficeLine => ({
    fate,
    cells,
    codes,
    hidden: false,
  });

export const accepted = line("accepted");
export const refused = line("refused");
export const duplicate = line("duplicate");
export const blank = line("blank");
export const header = line("header");
export const note = line("note");
export const hide = (given: OfficeLine): OfficeLine => ({ ...given, hidden: true });

/** Merged ranges as "A1:F1". */
export function sheetOf(
  name: string,
  lines: readonly OfficeLine[],
  merged: readonly string[] = [],
): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const rows = lines.map((given, row) =>
    given.cells.map((cell, column) => plainValue(cell, `${row},${column}`, cells)),
  );
  return {
    name,
    rows,
    cells,
    merges: merged.map(rangeOf),
    rowDefs: new Map(lines.flatMap(({ hidden }, row) => (hidden ? [[row, { hidden: true }] as const] : []))),
  };
}

function plainValue(cell: OfficeCell, at: string, cells: Map<string, Partial<Cell>>): CellValue {
  if (cell === null || typeof cell !== "object") return cell;
  if ("day" in cell) return new Date(`${cell.day}T00:00:00Z`);
  cells.set(at, { formula: cell.formula, formulaResult: cell.shows });
  return null;
}

function rangeOf(range: string) {
  const [start = "A1", end = start] = range.split(":");
  const [from, to] = [positionOf(start), positionOf(end)];
  return { startRow: from.row, startCol: from.column, endRow: to.row, endCol: to.column };
}

function positionOf(reference: string) {
  const [, letter = "A", number = "1"] = /^([A-Z])(\d+)$/.exec(reference) ?? [];
  return { row: Number(number) - 1, column: letter.charCodeAt(0) - 65 };
}

/** Sixteen digits that no one was ever given: the kecamatan digits are those of a real one plus 90. */
export function nikOf(born: string, serial: number, sex: "L" | "P" = "L", kecamatan = "93"): string {
  const [year = "", month = "", day = ""] = born.split("-");
  const writtenDay = String(Number(day) + (sex === "P" ? 40 : 0)).padStart(2, "0");
  return `1377${kecamatan}${writtenDay}${month}${year.slice(2)}${String(serial).padStart(4, "0")}`;
}

export function cardOf(serial: number, kecamatan = "93"): string {
  return `1377${kecamatan}120310${String(serial).padStart(4, "0")}`;
}
