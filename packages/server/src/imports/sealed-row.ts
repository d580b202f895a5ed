import type { ImportedRow, TableCell } from "@tuwai/domain/intake";
import type { App } from "#app";

type RowPlace = { readonly sheet: number; readonly row: number };

/** Where a row's sealed text belongs: it opens nowhere else. */
export function rowSealPlace(batchId: string, { sheet, row }: RowPlace, column: "raw" | "clean") {
  return { table: "import_rows", column, rowId: `${batchId}:${sheet}:${row}` };
}

/** The sealed cells of a row, as they came. */
export function openCells(app: App, batchId: string, row: RowPlace, raw: Buffer): readonly TableCell[] {
  return JSON.parse(app.keys.open(raw, rowSealPlace(batchId, row, "raw"))) as TableCell[];
}

/** What was read from a row's cells. */
export function openValues(app: App, batchId: string, row: RowPlace, clean: Buffer): ImportedRow {
  return JSON.parse(app.keys.open(clean, rowSealPlace(batchId, row, "clean"))) as ImportedRow;
}
