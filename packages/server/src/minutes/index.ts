export { checkMinutes, findMinutesOfYear, type MinutesCheck, type SourceMinutes } from "./check-minutes.ts";
export { getMinutes, type MeetingMinutes, type ShownMinutes, type ShownText } from "./get-minutes.ts";
export {
  finishMinutes,
  makeMinutes,
  type MakeOutcome,
  publishMinutes,
  type TurnMinutesOutcome,
} from "./make-minutes.ts";
export {
  attachMinutesScan,
  makeMinutesPdf,
  type MinutesPdf,
  openMinutesScan,
  type ScanOutcome,
} from "./minutes-files.ts";
export { answerReply, type AnswerOutcome, replyToMinutes, type ReplyOutcome } from "./reply-to-minutes.ts";
export { type TextOutcome, writeMinutesText } from "./write-text.ts";
export { minutesFeature } from "./feature.ts";
