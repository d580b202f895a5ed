export {
  type DecideTargeting,
  decideTargeting,
  type TargetingOutcome,
  undoTargetingDecision,
} from "./decide-targeting.ts";
export { exportTargetingList, type TargetingWords } from "./export-targeting-list.ts";
export {
  getTargeting,
  type TargetedVillage,
  type Targeting,
  type TargetingAsked,
  type TargetingErrors,
} from "./get-targeting.ts";
export {
  type ChangesOutcome,
  decideChanges,
  type DecideChanges,
  type DecileWatch,
  type DecileWatchAsked,
  getDecileWatch,
  undoChanges,
} from "./get-decile-watch.ts";
export type { ChangeRow } from "./change-list.view.ts";
export { getTargetingList, type TargetedPerson, type TargetingList } from "./get-targeting-list.ts";
export { refreshTargeting } from "./refresh-targeting.ts";
export { ensureTargetingSettings } from "./targeting-settings.ts";
export { targetingFeature } from "./feature.ts";
