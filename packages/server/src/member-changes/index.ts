export type { ChangeKind } from "./change.view.ts";
export { type ChangesFile, downloadMemberChanges } from "./download-changes.ts";
export { listMemberChanges, type MemberChange } from "./list-changes.ts";
export { memberChangesFeature } from "./feature.ts";
