export {
  type DayReason,
  daysAgainst,
  type IncidentEvidence,
  incidentEvidence,
  type IncidentKind,
  incidentKinds,
  type IncidentState,
  isDeath,
  type KnownKind,
  knownKinds,
  type Refutal,
  refutals,
  type ReportChannel,
  type ReportStage,
  reportStages,
} from "./incident-report.ts";
export { callBy, hoursLeft, reportUntil } from "./report-clock.ts";
