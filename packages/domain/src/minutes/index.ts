export { dayInWords } from "./day-in-words.ts";
export { gapsOf, type MinutesGap } from "./gaps-of.ts";
export { minutesNumber, snapshotName } from "./minutes-number.ts";
export {
  type MinutesSnapshot,
  type SnapshotFollowUp,
  type SnapshotGuest,
  type SnapshotItem,
  type SnapshotLine,
  type SnapshotVillage,
  type VillageMark,
} from "./minutes-snapshot.ts";
export { type MinutesTexts, type TextPart, textParts, textsFrom } from "./minutes-texts.ts";
export { mayBecomeFinal, minutesSettings, objectionsUntil } from "./objection-days.ts";
export { counts, type MinutesSums, rupiahOf, sumVillages } from "./sum-villages.ts";
export { type MinutesFacts, type MinutesReply } from "./minutes-facts.ts";
export { type Paper, type PaperBlock } from "./paper.ts";
export { whoIsAsked } from "./who-is-asked.ts";
export { workingCopyOf } from "./working-copy.ts";
export { writeMinutes } from "./write-minutes.ts";
