export { checkRow } from "./check-row.ts";
export { type CheckedPerson, checkWrittenPerson, type WrittenPerson } from "./check-written.ts";
export { createColumnSurvey, type ColumnSurvey } from "./survey-columns.ts";
export { createRowClassifier, mapRow } from "./classify-row.ts";
export { readLifeNote } from "./life-mark.ts";
export { createTableReader, type ReadRow, type TableReader } from "./read-tables.ts";
export { createFileCheck, type FileCheck, type FileVerdict } from "./check-file.ts";
