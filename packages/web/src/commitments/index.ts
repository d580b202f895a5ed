export { commitmentCounts } from "./commitment-counts.ts";
export { readYear } from "./read-year.ts";
export { StageTable } from "./stage-table.tsx";
export { VillageTabs } from "./village-tabs.tsx";
export { villageTabsOf } from "./village-tabs-of.ts";
export { costOf, type GroupPrices, pricesOf } from "./price-table.ts";
