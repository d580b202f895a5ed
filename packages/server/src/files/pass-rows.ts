import type { TableCell, TableRow } from "@tuwai/domain/intake";
import type { FileLimits } from "./file-limits.ts";
import type { ReadOptions } from "./read-options.ts";
import { RefusedFile } from "./refused-file.ts";
import { createSheetWatch } from "./sheet-watch.ts";
import type { TableEvent } from "./table-events.ts";

/** Enough to recognise any list by; rows of usual length are far below. */
const SAMPLE_CHARACTERS = 2_000_000;

/** What all sheets of one file have brought so far. */
export type TextTally = { characters: number };

/** Hands on rows under the limits of a sheet and returns how many there were. */
export async function* passRows(
  rows: AsyncIterable<TableRow>,
  sheet: number,
  options: ReadOptions,
  tally: TextTally = { characters: 0 },
): AsyncGenerator<TableEvent, number> {
  const { limits, sampleRows } = options;
  const watch = createSheetWatch(sheet, limits);
  const before = tally.characters;
  for await (const row of rows) {
    watch.see(row);
    const kept = cutCells(row, limits);
    tally.characters += lengthOf(kept, limits);
    if (tally.characters > limits.textLength)
      throw new RefusedFile("E-UNPACKED", { bytes: tally.characters, limit: limits.textLength });
    yield { type: "row", ...kept };
    if (watch.rows() === sampleRows) break;
    if (sampleRows !== undefined && tally.characters - before > SAMPLE_CHARACTERS) break;
  }
  yield* watch.remarks();
  return watch.rows();
}

/** A cell that is too long keeps one character more than it may have, so that it is still known to be too long. */
function cutCells(row: TableRow, { cellLength }: FileLimits): TableRow {
  const isLong = ({ text, raw }: TableCell) => text.length > cellLength || raw.length > cellLength;
  if (!row.cells.some(isLong)) return row;
  const cut = (text: string) => (text.length > cellLength ? text.slice(0, cellLength + 1) : text);
  return { ...row, cells: row.cells.map((cell) => ({ ...cell, text: cut(cell.text), raw: cut(cell.raw) })) };
}

function lengthOf(row: TableRow, { lineLength }: FileLimits): number {
  let length = 0;
  for (const { text } of row.cells) length += text.length;
  if (length > lineLength) throw new RefusedFile("E-LINE", { line: row.row, limit: lineLength });
  return length;
}
