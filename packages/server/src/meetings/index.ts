export {
  closeMeeting,
  getMeeting,
  listMeetings,
  openMeeting,
  planMeeting,
  requireMeeting,
} from "./plan-meeting.ts";
export { getHall, type Hall, type HallVillage } from "./read-hall.ts";
export { type Meeting } from "./meeting.store.ts";
export { meetingsFeature } from "./feature.ts";
