export type { ExportColumn, ExportSheet, ExportTable, ExportValue } from "./export-table.ts";
export { toCsv } from "./to-csv.ts";
export { type ListWords, newExportCode, writeList } from "./write-list.ts";
export { writeWorkbook } from "./write-workbook.ts";
export { type ExportedFile, type ExportFormat, writeTable } from "./write-table.ts";
