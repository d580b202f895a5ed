export { lifeEventCounts } from "./life-event-counts.ts";
export { LifeEventLinks } from "./life-event-links.tsx";
