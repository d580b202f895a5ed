export { ContributionTabs } from "./contribution-tabs.tsx";
export { PriceTable } from "./price-table.tsx";
export { seenSections } from "./seen-sections.ts";
