export { checkRow } from "./check-row.ts";
export { createRowClassifier, mapRow } from "./classify-row.ts";
export { createFileCheck, type FileCheck, type FileVerdict } from "./check-file.ts";
export { fieldKinds, importFields, importKinds, type FieldName, type ImportKind } from "./import-fields.ts";
export type { CheckContext, CheckedRow, ImportedRow, MappedRow, VillageReading } from "./imported-row.ts";
export {
  issueRules,
  type FileRefusalCode,
  type IssueCode,
  type IssueDetails,
  type IssueSeverity,
  type RowIssue,
} from "./issue-codes.ts";
export type {
  ColumnMapping,
  Confidence,
  FileRemark,
  RememberedMapping,
  TableRecognition,
} from "./recognition.ts";
export { neutraliseText } from "./neutralise-text.ts";
export { applyChoices, EXPORT_MARK, recogniseTable } from "./recognise-table.ts";
export type { CellKind, RowClass, TableCell, TableRow } from "./table-row.ts";
