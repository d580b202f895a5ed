export { type MeetingRow, rowStateOf, type RowState } from "./row-state.ts";
export { type OpenGroup, spreadPromise, type SpreadAnswer, type SpreadLine } from "./spread-promise.ts";
