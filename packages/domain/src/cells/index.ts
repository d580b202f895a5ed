export { neutraliseText, restoreText } from "./neutralise-text.ts";
export { readAmount } from "./read-amount.ts";
export { type DateHints, type DateReading, readDate } from "./read-date.ts";
export { readField } from "./read-field.ts";
export { readMonths } from "./read-months.ts";
export { type FieldCell, type RowDraft, remark } from "./row-draft.ts";
export { type PlaceAndDate, splitPlaceAndDate } from "./split-place-date.ts";
