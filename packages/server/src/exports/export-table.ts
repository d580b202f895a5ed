/** How a column of an exported table is written. `text` keeps every digit: identity numbers, codes, phones. */
export type ExportColumn = {
  readonly header: string;
  readonly kind: "text" | "number" | "rupiah" | "date";
  /** In characters. Left out: as wide as header and values, within reason. */
  readonly width?: number;
  readonly isHidden?: boolean;
  /** Offered as a list in every row below the header; other values are refused by the spreadsheet. */
  readonly choices?: readonly string[];
};

/** Text, a number, a date as "YYYY-MM-DD" in a date column, or nothing. */
export type ExportValue = string | number | null;

export type ExportTable = {
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly (readonly ExportValue[])[];
};

export type ExportSheet = ExportTable & {
  readonly name: string;
  /** Lines above the header, as in a template. */
  readonly notes?: readonly string[];
  /** Cells to colour, counted from 0 in `rows`: what is wrong in a returned list. */
  readonly marked?: readonly { readonly row: number; readonly column: number }[];
  /** Empty rows below that still offer the lists of `choices`. */
  readonly openRows?: number;
};
