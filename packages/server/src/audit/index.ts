export { recordChange } from "./record-change.ts";
export type { Change } from "./audit.store.ts";
export type { DetailName, Details } from "./details.ts";
export { denialCodeOf, noteDenial } from "./note-denial.ts";
export { recordAccess } from "./record-access.ts";
export { auditFeature } from "./feature.ts";
export type { ChainFault } from "./chain.view.ts";
export { verifyTrail } from "./verify-trail.ts";
