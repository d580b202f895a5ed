export {
  type BoardPart,
  type BoardState,
  boardStateOf,
  boardStates,
  boardSums,
  type BoardSums,
  isStanding,
} from "./board-sums.ts";
export { type MeetingRow, rowStateOf, type RowState } from "./row-state.ts";
export { type OpenGroup, spreadPromise, type SpreadAnswer, type SpreadLine } from "./spread-promise.ts";
