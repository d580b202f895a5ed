export { answerVisit, type VisitOutcome } from "./answer-visit.ts";
export { ensureClaimabilitySettings } from "./claimability-settings.ts";
export { listHeld, listUndecided, recordRedDecision, type RedInput, type RedRefusal } from "./decide-red.ts";
export { type DrawOutcome, drawVisitSample } from "./draw-sample.ts";
export { type CaughtRefusal, listCaughtRefusals } from "./list-caught-refusals.ts";
export {
  type ClaimabilityCounts,
  type ClaimabilityPage,
  type ClaimabilityRow,
  countClaimability,
  listClaimability,
} from "./list-claimability.ts";
export { listVisitSample, type VisitPage } from "./list-visit-sample.ts";
export { claimabilityFeature } from "./feature.ts";
