export { cardCookies, carriesCard, meetingReader } from "./meeting-actor.ts";
