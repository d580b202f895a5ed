export {
  type AgendaClock,
  type AgendaItem,
  atClosing,
  isHeld,
  type ItemState,
  mayTurn,
  timeAgenda,
  type TimedItem,
} from "./agenda.ts";
export {
  basisOn,
  type MeetingTemplate,
  meetingTemplates,
  type PlannedItem,
  templateOf,
} from "./templates.ts";
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
