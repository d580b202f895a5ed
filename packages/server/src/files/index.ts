export { limitsFor, type FileLimits, type FileRefusal } from "./file-limits.ts";
export { inspectFile, type FileInspection, type TableFormat } from "./inspect-file.ts";
export { readTable, sampleTable } from "./read-table.ts";
export type { ReadOptions } from "./read-options.ts";
export type { SheetCount, TableEvent } from "./table-events.ts";
export type { ExportColumn, ExportSheet, ExportTable, ExportValue } from "./export-table.ts";
export { toCsv, type CsvStyle } from "./to-csv.ts";
export { writeWorkbook, type WorkbookStamp } from "./write-workbook.ts";
