export { type RescueAlarm, rescueAlarms } from "./rescue-alarms.ts";
export {
  answerBy,
  type Cheapest,
  cheapestRescue,
  isFund,
  type JudgedWay,
  judgeWay,
  type NewPayer,
  type RescueFund,
  rescueFunds,
  type RescueWay,
  rescueWays,
  type WayCost,
  type WayRefusal,
  type WorkerInDanger,
} from "./rescue-ways.ts";
export { type Thresholds, thresholdsOn } from "./thresholds.ts";
