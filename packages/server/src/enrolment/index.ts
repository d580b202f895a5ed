export { enrolAgain, type EnrolAgainOutcome } from "./enrol-again.ts";
export {
  insertEnrolments,
  lockPayers,
  type NewEnrolment,
  type Wadah,
  type ReadyLine,
  advanceEnrolments,
  listNiksEnrolled,
  listReadyLines,
} from "./enrolment.store.ts";
export { type ListedEnrolment, listEnrolments } from "./list-enrolments.ts";
export { enrolmentFeature } from "./feature.ts";
