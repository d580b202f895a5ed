export { incidentCounts } from "./incident-counts.ts";
