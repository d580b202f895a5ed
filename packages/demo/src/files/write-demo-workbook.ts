import { writeXlsx } from "hucre/xlsx";
import { daysBetween, civilDate, type CivilDate } from "@tuwai/domain/time";

/** A cell as Excel knows it: text, number, nothing, or a date stored as a serial number with a date format. */
export type DemoCell = string | number | null | { readonly serial: number };

export type DemoSheet = {
  readonly name: string;
  readonly rows: readonly (readonly DemoCell[])[];
  /** Cells of one row joined into one, columns from 0. */
  readonly merges: readonly { readonly row: number; readonly from: number; readonly to: number }[];
  readonly boldRows: readonly number[];
};

const EXCEL_DAY_ZERO = civilDate("1899-12-30");
const NO_TIME = new Date(0);

/** The number under which Excel stores a day (1900 system). */
export function excelSerial(date: CivilDate): number {
  return daysBetween(EXCEL_DAY_ZERO, date);
}

/**
 * The bytes of an .xlsx file, the same for the same content. Every row up to the last exists physically, also the empty
 * ones, as in a sheet that someone has formatted by hand.
 */
export async function writeDemoWorkbook(sheets: readonly DemoSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      rows: sheet.rows.map((row) => row.map((cell) => (isSerial(cell) ? cell.serial : cell))),
      cells: styledCells(sheet),
      merges: sheet.merges.map(({ row, from, to }) => ({
        startRow: row,
        endRow: row,
        startCol: from,
        endCol: to,
      })),
      rowDefs: new Map(sheet.rows.map((_, row) => [row, { height: 15 }])),
    })),
    properties: { creator: "", created: NO_TIME, modified: NO_TIME },
  });
}

function styledCells(sheet: DemoSheet): Map<string, { value: string | number | null; style: object }> {
  const styled = new Map<string, { value: string | number | null; style: object }>();
  for (const [row, cells] of sheet.rows.entries()) {
    const isBold = sheet.boldRows.includes(row);
    for (const [column, cell] of cells.entries()) {
      if (isSerial(cell))
        styled.set(`${row},${column}`, { value: cell.serial, style: { numFmt: "dd/mm/yyyy" } });
      else if (isBold && cell !== null)
        styled.set(`${row},${column}`, { value: cell, style: { font: { bold: true } } });
    }
  }
  return styled;
}

function isSerial(cell: DemoCell): cell is { readonly serial: number } {
  return typeof cell === "object" && cell !== null;
}
