/** What the file itself says a cell holds. Csv has only text. A formula carries its last computed value as text. */
export type CellKind = "text" | "number" | "date" | "boolean" | "formula" | "error";

export type TableCell = {
  /** Counted from 1, as in column A. */
  readonly column: number;
  /** Number: plain decimals. Date: "YYYY-MM-DD", with "THH:MM:SS" when it has a time. Everything else as written. */
  readonly text: string;
  readonly kind: CellKind;
  /** The literal in the file: "1.37792E+15", the serial day of a date, the source of a formula. */
  readonly raw: string;
  /** The cell is part of a merged range and its value stands in another one: above it, or on its left. */
  readonly spread?: "down" | "across";
};

/** One physical record of a sheet: a row element of a workbook, a record of a csv. Empty cells are left out. */
export type TableRow = {
  /** Position of the sheet in the file, counted from 1. A csv has one. */
  readonly sheet: number;
  /** The row number a spreadsheet shows, counted from 1. */
  readonly row: number;
  /** Hidden, filtered out, or on a hidden sheet. Hidden rows are read like all others. */
  readonly hidden: boolean;
  readonly cells: readonly TableCell[];
  /** The reader could not make sense of the record; its text is kept whole in the first cell. */
  readonly fault: "E-CSV" | null;
};

/** `note` is letterhead, group titles, totals and signatures: everything that is plainly not about one person. */
export type RowClass = "data" | "blank" | "header" | "note";
