export { askedMonth } from "./asked-month.ts";
export { ContributionTabs } from "./contribution-tabs.tsx";
export { MonthChips } from "./month-chips.tsx";
export { PriceTable } from "./price-table.tsx";
export { seenSections } from "./seen-sections.ts";
