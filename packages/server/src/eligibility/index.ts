export { ensureDefaultPolicy, programme } from "./ensure-default-policy.ts";
export {
  type CandidateRow,
  listCandidateRows,
  listOfficersAmongWorkers,
  type Outcome,
} from "./candidate.view.ts";
export {
  type JudgedColumns,
  judgedPersonFields,
  type JudgedPerson,
  showJudgedPerson,
  type ShownReason,
} from "./judged-person.ts";
export { judgePersons } from "./judge-persons.ts";
export { type Candidate, type CandidatePage, listCandidates } from "./list-candidates.ts";
export { villageInScope, type VillagePlace } from "./village-in-scope.ts";
export { eligibilityFeature } from "./feature.ts";
