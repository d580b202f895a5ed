export type { Absence } from "./absence.ts";
export { answerAbsences, type AbsencesAnswer } from "./answer-absences.ts";
export { type Comparison, compareWithLast, type GonePerson } from "./compare-with-last.ts";
export { listUnknown, type UnknownShown } from "./list-unknown.ts";
export { settleAbsence } from "./settle-absence.ts";
export { comparisonFeature } from "./feature.ts";
