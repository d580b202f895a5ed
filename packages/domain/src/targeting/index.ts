export { type DecileLines, type DecileSpan, type Standing } from "./decile-lines.ts";
export { type DecileShare, sharesByDecile } from "./decile-shares.ts";
export {
  changesOf,
  directionOf,
  type EntryPair,
  isWholeRelease,
  type WatchDirection,
  watchDirections,
  type WatchKind,
  watchKinds,
  type WatchVerdict,
  watchVerdicts,
} from "./decile-watch.ts";
export {
  decisionsOf,
  type Reach,
  type TargetingDecision,
  type TargetingSide,
  targetingSides,
} from "./decisions.ts";
export { exclusionError } from "./exclusion-error.ts";
export {
  type FairReach,
  fairReach,
  type ReachCount,
  type ReachDimension,
  reachDimensions,
  type ReachedGroup,
} from "./fair-reach.ts";
export { inclusionError } from "./inclusion-error.ts";
export type { CoveredCount, RegisterCount, Work } from "./targeting-counts.ts";
export type { WidenedShare } from "./widened-share.ts";
export { type Interval, wilson } from "./wilson.ts";
