export { actRows } from "./act-rows.ts";
export { type Charted, sayings } from "./chart-words.ts";
export { chartsOf } from "./charts-of.ts";
export { loadDashboard } from "./load-dashboard.ts";
export { fewestRanked, wholeOf } from "./village-chart.ts";
