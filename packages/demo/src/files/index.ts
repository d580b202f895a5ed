export { DEMO_DAY, generateDemo, type DemoPlan, type DemoSummary } from "./generate-demo.ts";
export type { ExpectedCounts, FileTruth } from "./truth.ts";
