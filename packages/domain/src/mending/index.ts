export { type MendFacts, type MendReason, type MendSuggestion, suggestMends } from "./suggest-mends.ts";
export { type KnownPerson } from "./suggest-nik.ts";
export { columnsAtFault } from "./columns-at-fault.ts";
export { isSharedAnswer } from "./is-shared-answer.ts";
