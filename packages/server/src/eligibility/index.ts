export { ensureDefaultPolicy, programme } from "./ensure-default-policy.ts";
export { judgePersons } from "./judge-persons.ts";
