export { ensureAftercareSettings } from "./aftercare-settings.ts";
export {
  answerForFamily,
  type AskedFamily,
  type AskedSamples,
  type AskOutcome,
  drawAskedFamilies,
  type DrawOutcome,
  listAskedSamples,
} from "./ask-families.ts";
export { aftercareFeature } from "./feature.ts";
export {
  type Aftercare,
  type FamilyWelfare,
  type FollowedFamily,
  getAftercare,
  getFamilyWelfare,
  listAftercare,
} from "./get-aftercare.ts";
export { type FamilyFigures, getFamilyFigures } from "./get-figures.ts";
export { readDeciles } from "./read-deciles.ts";
export { noteFamilyVisit, type VisitOutcome, type VisitReason } from "./make-visit.ts";
export { lookIntoAskedNotes, lookIntoVisitNotes, type OpenedNotes } from "./open-notes.ts";
