export {
  extendHold,
  type HoldOutcome,
  type HoldReason,
  holdReasons,
  releaseHold,
  undoHoldAct,
} from "./decide-hold.ts";
export { type Held, holdAfterEnd, ownHeldUntil, readHeld } from "./hold-ended.ts";
export { ensureHoldSettings } from "./hold-settings.ts";
export { getHolds, type Holds, type ShownHold } from "./list-holds.ts";
export { replacementsFeature } from "./feature.ts";
