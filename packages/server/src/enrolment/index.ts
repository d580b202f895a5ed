export { advanceEnrolments } from "./advance-enrolments.ts";
export { answerEnrolments, type EnrolmentAnswer, forgetAnswers } from "./answer-enrolments.ts";
export { endEnrolments } from "./end-enrolments.ts";
export { enrol } from "./enrol.ts";
export { enrolAgain, type EnrolAgainOutcome } from "./enrol-again.ts";
export { lockPayers, type NewEnrolment, type Wadah } from "./enrolment.store.ts";
export { type ListedEnrolment, listEnrolments } from "./list-enrolments.ts";
export { listNiksEnrolled, listReadyLines, type ReadyLine } from "./ready-line.view.ts";
export { enrolmentFeature } from "./feature.ts";
