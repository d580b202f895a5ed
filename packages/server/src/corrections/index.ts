export { editPerson, type EditOutcome, type EditReason, type PersonEdit } from "./edit-person.ts";
export { findLikelyPersons, type LikelyPerson } from "./find-likely-persons.ts";
export {
  type ConsentKind,
  consentKinds,
  type NewWorker,
  type RegisterOutcome,
  registerPerson,
  type RegisterReason,
} from "./register-person.ts";
export { undoEdit, type UndoEditOutcome } from "./undo-edit.ts";
export { decideCorrection, type CorrectionDecision, type DecisionOutcome } from "./decide-correction.ts";
export { type Correction, type Corrections, getCorrections, type KnownField } from "./get-corrections.ts";
export { getWaitingCorrection, type WaitingWord } from "./get-waiting-correction.ts";
export { listWaitingCorrections, type WaitingCorrection } from "./list-waiting-corrections.ts";
export { listVisits, type Visit } from "./list-visits.ts";
export { type VisitReason, visitReasons } from "./incomplete-person.view.ts";
export type { ShownText } from "./shown-text.ts";
export { type CorrectionSource, correctionSources, type CorrectionState } from "./correction.ts";
export { correctionsFeature } from "./feature.ts";
