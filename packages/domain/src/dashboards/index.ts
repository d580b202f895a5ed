export { type ChartName, chartNames, isChartName } from "./chart-names.ts";
export {
  changeOver,
  type CountedMonth,
  coveredAtPace,
  monthlyPace,
  neededPace,
  type Outlook,
  outlookOf,
} from "./pace.ts";
export {
  bottleneckOf,
  medianDays,
  noStage,
  reachedOf,
  stageNames,
  type StageCount,
  type StageName,
  type StageCounts,
  stuckOf,
  sumStages,
  exitNames,
  type ExitName,
} from "./stages.ts";
export { type CohortLine, cohortLines } from "./cohort-lines.ts";
export { fewestOfClaims, isTold, onTimeShare, shareTold } from "./small-counts.ts";
export { type Behind, furthestBehind, mostImproved, type VillageStanding } from "./village-standing.ts";
