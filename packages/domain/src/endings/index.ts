export {
  endMeanings,
  endOfStop,
  endReasons,
  type EndMeaning,
  type EndReason,
  firstInLineReasons,
  meaningOf,
  ownStopReasons,
  pairEndReasons,
  stopReasons,
  type StopReason,
} from "./endings.ts";
export { type ServantFacts, type ServantFinding, servantFinding } from "./servant-finding.ts";
export {
  type ExtensionRefusal,
  type HoldAct,
  type HoldFacts,
  type HoldNow,
  holdNow,
  type HoldRules,
  isPastSafeDay,
  reasonsAgainstExtension,
} from "./hold.ts";
