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
export { getTargetingList, type TargetedPerson, type TargetingList } from "./get-targeting-list.ts";
export { refreshTargeting } from "./refresh-targeting.ts";
export { ensureTargetingSettings } from "./targeting-settings.ts";
export { targetingFeature } from "./feature.ts";
