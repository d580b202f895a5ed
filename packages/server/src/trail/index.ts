export { listTrail, type TrailEntry } from "./list-trail.ts";
export { exportTrail, type TrailWords } from "./export-trail.ts";
export {
  type TrailKind,
  trailKinds,
  type TrailQuery,
  type TrailResult,
  trailResults,
} from "./trail-query.ts";
