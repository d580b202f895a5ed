export { carriesCard, meetingReader } from "./meeting-actor.ts";
export { meetingCounts } from "./meeting-counts.ts";
