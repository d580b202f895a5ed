export { carriesCard, meetingReader } from "./meeting-actor.ts";
