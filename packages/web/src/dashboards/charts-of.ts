import type { ChartSpec } from "#charts";
import { claimChart } from "./claim-chart.ts";
import { type Charted, isNewest } from "./chart-words.ts";
import { cohortChart } from "./cohort-chart.ts";
import { groupChart } from "./group-chart.ts";
import { moneyChart } from "./money-chart.ts";
import { onTimeChart } from "./on-time-chart.ts";
import { promiseChart } from "./promise-chart.ts";
import { qualityChart } from "./quality-chart.ts";
import { stageChart } from "./stage-chart.ts";
import { trendChart } from "./trend-chart.ts";
import { villageChart } from "./village-chart.ts";

const makers = [
  trendChart,
  villageChart,
  stageChart,
  moneyChart,
  promiseChart,
  onTimeChart,
  cohortChart,
  groupChart,
  qualityChart,
  claimChart,
] as const;

/** What an earlier month can still say; the others tell how it stands today. */
const ofAnyMonth = [trendChart, villageChart, moneyChart, onTimeChart, cohortChart] as const;

/** All charts of an area that have something to say, in the order of the page. */
export function chartsOf(charted: Charted): readonly ChartSpec[] {
  if (charted.dashboard.countedAt === null) return [];
  return (isNewest(charted.dashboard) ? makers : ofAnyMonth).flatMap((make) => make(charted) ?? []);
}
