import type { ExportTable } from "./export-table.ts";
import { toCsv } from "./to-csv.ts";
import { writeWorkbook } from "./write-workbook.ts";

export type ExportFormat = "csv" | "xlsx";

/** An exported file: its code stands in every row of it and in the trail. */
export type ExportedFile = { readonly code: string; readonly rows: number; readonly bytes: Uint8Array };

/** One table as the file that was asked for; CSV as Excel in Indonesia opens it at once. */
export async function writeTable(
  table: ExportTable,
  as: {
    readonly format: ExportFormat;
    readonly sheet: string;
    readonly title: string;
    readonly writtenAt: number;
  },
): Promise<Uint8Array> {
  if (as.format === "csv") return Buffer.from(toCsv(table, { separator: ";", hasMark: true }), "utf8");
  return writeWorkbook([{ name: as.sheet, ...table }], { title: as.title, writtenAt: as.writtenAt });
}
