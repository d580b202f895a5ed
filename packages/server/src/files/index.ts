export { limitsFor, type FileLimits, type FileRefusal } from "./file-limits.ts";
export { inspectFile, type FileInspection, type TableFormat } from "./inspect-file.ts";
export { mostPaperBytes, type PaperFile, readPaperFile } from "./read-paper.ts";
export { readTable, sampleTable } from "./read-table.ts";
export type { ReadOptions } from "./read-options.ts";
export type { SheetCount, TableEvent } from "./table-events.ts";
