export { ensureDefaultPolicy, programme } from "./ensure-default-policy.ts";
export { eligibilityWork } from "./eligibility-work.ts";
export { judgePersons } from "./judge-persons.ts";
export { eligibilityFeature } from "./feature.ts";
