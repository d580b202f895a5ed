export { recordChange, type Change } from "./record-change.ts";
export { recordAccess } from "./record-access.ts";
export { auditFeature } from "./feature.ts";
