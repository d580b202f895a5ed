export {
  closeMeeting,
  getMeeting,
  listMeetings,
  openMeeting,
  planMeeting,
  requireMeeting,
} from "./plan-meeting.ts";
export { actorOfCard, type CardHolder } from "./actor-of-card.ts";
export {
  type AnswerOutcome,
  confirmRow,
  declareInMeeting,
  type FillOutcome,
  noteOpened,
  noteTyping,
  objectToRow,
} from "./fill-row.ts";
export { getTable, type MeetingTable, type TableVillage } from "./get-table.ts";
export {
  confirmOnPaper,
  type Standing,
  type TypedOutcome,
  typeForVillage,
  type UndoOutcome,
  undoRow,
} from "./operate-rows.ts";
export { countHall, type HallCount } from "./count-hall.ts";
export { type PromiseReason } from "./promise-in-meeting.ts";
export { getHall, type Hall, type HallVillage, readHall } from "./read-hall.ts";
export { onMeetingStirred } from "./stirred.ts";
export { type Meeting } from "./meeting.store.ts";
export { meetingsFeature } from "./feature.ts";
