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
export { editMeeting, inviteToMeeting } from "./edit-meeting.ts";
export { addItem, editItem, getAgenda, noteItem } from "./save-items.ts";
export { turnItem } from "./turn-item.ts";
export { checkNumbers, getReadiness } from "./check-numbers.ts";
export { addGuest, checkIn, getAttendance, setAttendance } from "./attendance.ts";
export { type AttendanceWords, exportAttendance } from "./export-attendance.ts";
export { listCards, makeCards, printCards, renewCard, revokeCard } from "./meeting-cards.ts";
export { printInvitation } from "./invitation.ts";
export { type Guest } from "./guest.store.ts";
export { type Item } from "./item.store.ts";
export { meetingsFeature } from "./feature.ts";
