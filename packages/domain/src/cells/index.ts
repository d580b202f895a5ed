export { neutraliseText, restoreText } from "./neutralise-text.ts";
export { readAmount } from "./read-amount.ts";
export { readField } from "./read-field.ts";
export { type FieldCell, type RowDraft, remark } from "./row-draft.ts";
export { readDate } from "./read-date.ts";
