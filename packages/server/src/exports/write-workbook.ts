import {
  writeXlsx,
  type Cell,
  type CellStyle,
  type CellValue,
  type DataValidation,
  type WriteSheet,
} from "hucre/xlsx";
import type { ExportColumn, ExportSheet, ExportValue } from "./export-table.ts";

export type WorkbookStamp = {
  readonly title: string;
  /** Milliseconds since the epoch, from the injected clock. */
  readonly writtenAt: number;
};

const CHOICES_SHEET = "_pilihan";
const MOST_WIDTH = 48;
const LONGEST_CELL = 32_767;
const DAY_MS = 86_400_000;

const formats: Readonly<Record<ExportColumn["kind"], string>> = {
  text: "@",
  number: "0",
  rupiah: "#,##0",
  date: "dd/mm/yyyy",
};
const headerStyle: CellStyle = {
  font: { bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "E8EEF4" } },
  alignment: { wrapText: true, vertical: "top" },
};
const marked: CellStyle = { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "FFE7A3" } } };

/**
 * An xlsx whose cells are typed text or numbers, never formulas or links: identity numbers keep all digits in any
 * program. Header bold and frozen, widths that fit, lists of choices where asked. hucre stays behind this file.
 */
export async function writeWorkbook(
  sheets: readonly ExportSheet[],
  stamp: WorkbookStamp,
): Promise<Uint8Array> {
  const choices = sheets.flatMap(({ columns }) =>
    columns.flatMap((column) => (column.choices ? [column.choices] : [])),
  );
  const written = sheets.map((sheet) => sheetOf(sheet, choices));
  const lists: WriteSheet[] =
    choices.length === 0 ? [] : [{ name: CHOICES_SHEET, hidden: true, rows: columnsAsRows(choices) }];
  return writeXlsx({
    sheets: [...written, ...lists],
    properties: {
      title: stamp.title,
      creator: "",
      modified: new Date(stamp.writtenAt),
      created: new Date(stamp.writtenAt),
    },
  });
}

function sheetOf(sheet: ExportSheet, choices: readonly (readonly string[])[]): WriteSheet {
  const notes = sheet.notes ?? [];
  const headerRow = notes.length;
  const rows: CellValue[][] = [
    ...notes.map((note) => [safeText(note)]),
    sheet.columns.map(({ header }) => safeText(header)),
    ...sheet.rows.map((row) =>
      row.map((value, index) => cellOf(value, sheet.columns[index]?.kind ?? "text")),
    ),
    // Rows still to be filled need the text format too, or the first NIK typed there becomes a number.
    ...Array.from({ length: sheet.openRows ?? 0 }, () => sheet.columns.map(() => null)),
  ];
  return {
    name: sheet.name,
    columns: sheet.columns.map((column, index) => ({
      width: column.width ?? widthOf(sheet, index),
      numFmt: formats[column.kind],
      hidden: column.isHidden ?? false,
    })),
    rows,
    cells: styledCells(sheet, headerRow),
    dataValidations: listValidations(sheet, headerRow, choices),
    freezePane: { rows: headerRow + 1 },
  };
}

function styledCells(sheet: ExportSheet, headerRow: number): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  for (const index of sheet.columns.keys()) cells.set(`${headerRow},${index}`, { style: headerStyle });
  for (const { row, column } of sheet.marked ?? []) {
    const numFmt = formats[sheet.columns[column]?.kind ?? "text"];
    cells.set(`${headerRow + 1 + row},${column}`, { style: { ...marked, numFmt } });
  }
  for (let row = 0; row < (sheet.openRows ?? 0); row += 1) {
    for (const [index, { kind }] of sheet.columns.entries()) {
      cells.set(`${headerRow + 1 + sheet.rows.length + row},${index}`, { style: { numFmt: formats[kind] } });
    }
  }
  return cells;
}

/** Lists stand on a hidden sheet: a list inside the rule itself may have 255 characters and no comma. */
function listValidations(
  sheet: ExportSheet,
  headerRow: number,
  choices: readonly (readonly string[])[],
): DataValidation[] {
  const first = headerRow + 2;
  const last = headerRow + 1 + sheet.rows.length + (sheet.openRows ?? 0);
  return sheet.columns.flatMap((column, index): DataValidation[] => {
    if (column.choices === undefined || last < first) return [];
    const list = letterOf(choices.indexOf(column.choices));
    const letter = letterOf(index);
    return [
      {
        type: "list",
        formula1: `${CHOICES_SHEET}!$${list}$1:$${list}$${column.choices.length}`,
        range: `${letter}${first}:${letter}${last}`,
        allowBlank: true,
        showErrorMessage: true,
      },
    ];
  });
}

function columnsAsRows(choices: readonly (readonly string[])[]): CellValue[][] {
  const longest = Math.max(...choices.map((list) => list.length));
  return Array.from({ length: longest }, (_, row) => choices.map((list) => list[row] ?? null));
}

function cellOf(value: ExportValue, kind: ExportColumn["kind"]): CellValue {
  if (value === null) return null;
  if (kind === "date" && typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    return Math.round(Date.parse(`${value}T00:00:00Z`) / DAY_MS) + 25_569;
  }
  if ((kind === "number" || kind === "rupiah") && typeof value === "number") return value;
  return safeText(String(value));
}

/** "_x0041_" would be read back as "A" unless its first sign is written as an escape itself. Longer text cannot be stored. */
function safeText(text: string): string {
  return text.slice(0, LONGEST_CELL).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}

function widthOf(sheet: ExportSheet, index: number): number {
  const values = [
    sheet.columns[index]?.header ?? "",
    ...sheet.rows.slice(0, 200).map((row) => String(row[index] ?? "")),
  ];
  return Math.min(MOST_WIDTH, Math.max(8, ...values.map((value) => value.length + 2)));
}

function letterOf(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letterOf(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}
