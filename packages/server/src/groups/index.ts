export { type Group, listGroups } from "./list-groups.ts";
export { noteGroup, type NoteGroup, type NoteGroupOutcome } from "./note-group.ts";
export { findNumbers } from "./group.store.ts";
export { groupsFeature } from "./feature.ts";
