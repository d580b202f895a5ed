export {
  getServantChanges,
  keepServant,
  type MoveOutcome,
  moveServant,
  type ShownServant,
} from "./servant-changes.ts";
export { servantsFeature } from "./feature.ts";
