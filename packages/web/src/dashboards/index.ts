export { type Charted, sayings } from "./chart-words.ts";
export { fewestRanked, wholeOf } from "./village-chart.ts";
