import type { TableCell, TableRow } from "@tuwai/domain/intake";
import { columnOf } from "./cell-reference.ts";
import { cellValue } from "./cell-value.ts";
import type { FileLimits } from "./file-limits.ts";
import type { Archive } from "./read-zip-part.ts";
import { RefusedFile } from "./refused-file.ts";
import { isTrue, type WorkbookParts } from "./workbook-parts.ts";
import { attributeOf, type XmlHandlers } from "./xml-scanner.ts";

type OpenCell = {
  column: number;
  type: string;
  style: number;
  value: string;
  inline: string;
  formula: string;
  hasFormula: boolean;
};

/**
 * The rows of one sheet as they stand in the file, one per row element, in constant memory. Written by us because the
 * streaming reader of hucre 1.0.0 gives neither formulas, hidden rows nor the literal of a number, and reads ahead of
 * its consumer; its results are compared with ours in the tests.
 */
export async function* readSheetRows(
  archive: Archive,
  sheet: number,
  { parts, limits, spread }: Surroundings,
): AsyncGenerator<TableRow, void> {
  const part = parts.sheets[sheet - 1]?.part ?? "";
  const rows: TableRow[] = [];
  yield* archive.streamXml(
    part,
    collectRows({ sheet, parts, limits }, (row) => rows.push(spread(row))),
    rows,
  );
}

/** What a sheet refers to, what it may cost, and how the values of merged cells reach the others. */
type Surroundings = {
  readonly parts: WorkbookParts;
  readonly limits: FileLimits;
  readonly spread: (row: TableRow) => TableRow;
};

type Sheet = { readonly sheet: number; readonly parts: WorkbookParts; readonly limits: FileLimits };

function collectRows({ sheet, parts, limits }: Sheet, emit: (row: TableRow) => void): XmlHandlers {
  let row: { number: number; hidden: boolean; cells: TableCell[] } | null = null;
  let cell: OpenCell | null = null;
  let lastRow = 0;
  let lastColumn = 0;
  let element = "";
  let isPhonetic = false;
  const isHiddenSheet = parts.sheets[sheet - 1]?.hidden ?? false;
  return {
    open(name, attributes) {
      element = name;
      if (name === "row") {
        lastRow = nextRow(attributes, lastRow, parts.sheets[sheet - 1]?.part ?? "");
        row = { number: lastRow, hidden: isTrue(attributeOf(attributes, "hidden")), cells: [] };
        lastColumn = 0;
      } else if (name === "c" && row !== null) {
        lastColumn = columnOf(attributeOf(attributes, "r")) ?? lastColumn + 1;
        cell = openCell(lastColumn, attributes);
      } else if (name === "f" && cell !== null) cell.hasFormula = true;
      else if (name === "rPh") isPhonetic = true;
    },
    close(name) {
      element = "";
      if (name === "rPh") isPhonetic = false;
      if (name === "c" && row !== null && cell !== null) {
        if (cell.type === "s" && parts.monsters.has(Number(cell.value))) throw tooLong(cell, lastRow, limits);
        const value = cellValue(cell, parts);
        if (value !== null) row.cells.push(value);
        cell = null;
      } else if (name === "row" && row !== null) {
        emit({ sheet, row: row.number, hidden: row.hidden || isHiddenSheet, fault: null, cells: row.cells });
        row = null;
      }
    },
    text(piece) {
      if (cell === null) return;
      if (element === "v") cell.value += piece;
      else if (element === "f") cell.formula += piece;
      else cell.inline += piece;
      const length = cell.value.length + cell.inline.length + cell.formula.length;
      if (length > limits.longestCell) throw tooLong(cell, lastRow, limits);
    },
    wantsText: () => cell !== null && !isPhonetic && (element === "v" || element === "t" || element === "f"),
  };
}

function tooLong({ column }: OpenCell, row: number, { longestCell: limit }: FileLimits): RefusedFile {
  return new RefusedFile("E-CELL-SIZE", { row, column, limit });
}

/** Row numbers only grow; a file in which they do not has been tampered with or broken. */
function nextRow(attributes: string, lastRow: number, part: string): number {
  const written = attributeOf(attributes, "r");
  const number = written === undefined ? lastRow + 1 : Number(written);
  if (!Number.isInteger(number) || number <= lastRow || number > 1_048_576)
    throw new RefusedFile("E-CORRUPT", { part });
  return number;
}

function openCell(column: number, attributes: string): OpenCell {
  return {
    column,
    type: attributeOf(attributes, "t") ?? "n",
    style: Number(attributeOf(attributes, "s") ?? -1),
    value: "",
    inline: "",
    formula: "",
    hasFormula: false,
  };
}
