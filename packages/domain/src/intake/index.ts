export { addressLine } from "./address-line.ts";
export type { ColumnFacts, DateOrder } from "./column-facts.ts";
export {
  type FieldName,
  type ImportKind,
  type ValueKind,
  fieldKinds,
  importFields,
  importKinds,
} from "./import-fields.ts";
export type {
  CheckContext,
  CheckedRow,
  ImportedRow,
  MappedRow,
  Programme,
  VillageReading,
} from "./imported-row.ts";
export {
  type FileRefusalCode,
  type IssueCode,
  type IssueDetails,
  type IssueSeverity,
  type RowIssue,
  issueRules,
  rowIssue,
} from "./issue-codes.ts";
export type {
  ColumnMapping,
  FileRemark,
  OtherTable,
  RememberedMapping,
  SheetChoice,
  TableRecognition,
} from "./recognition.ts";
export { placeKey, placeOf } from "./row-place.ts";
export { isMeaningField, type MeaningField, valueMeanings, wordKey } from "./value-meanings.ts";
export type { CellKind, RowClass, TableCell, TableRow } from "./table-row.ts";
