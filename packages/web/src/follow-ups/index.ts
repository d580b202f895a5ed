export { CarriedOverCard } from "./carried-over.tsx";
export { DecisionForm, type TypedDecision } from "./decision-form.tsx";
export { DecisionList } from "./decision-list.tsx";
export { followUpCounts } from "./follow-up-counts.ts";
export { FollowUpTabs } from "./follow-up-tabs.tsx";
