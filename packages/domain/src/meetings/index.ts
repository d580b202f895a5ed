export { type MeetingRow, rowStateOf, type RowState } from "./row-state.ts";
