export { coverInputsOf } from "./gather-evidence.ts";
export { type ExplainedPerson, explainPersons } from "./explain-persons.ts";
export { explainPersonCover, type PersonCover } from "./explain-person-cover.ts";
export type { Evidence } from "./cover-event.store.ts";
export {
  type Payment,
  recordAnswers,
  recordLeavings,
  recordWages,
  recordPayments,
  recordRegistrations,
  type Recording,
  takeBack,
} from "./record-events.ts";
export { type LifeEvent, type LifeEventOutcome, recordLifeEvent } from "./record-life-event.ts";
export { type CoverList, type ListedCover, listCover } from "./list-cover.ts";
export { refreshAllCover } from "./refresh-all-cover.ts";
export { refreshCover } from "./refresh-cover.ts";
export { coverFeature } from "./feature.ts";
