export { AbsentCard } from "./absent-card.tsx";
export { comparisonCounts } from "./comparison-counts.ts";
export { ComparisonCard } from "./comparison-card.tsx";
export { keepAbsences } from "./keep-absences.ts";
