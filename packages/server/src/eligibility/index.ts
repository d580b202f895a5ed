export { ensureDefaultPolicy, programme } from "./ensure-default-policy.ts";
export { judgePersons } from "./judge-persons.ts";
export { eligibilityFeature } from "./feature.ts";
