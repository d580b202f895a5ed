export { listDrafts, type ListedDraft, type VillageDrafts } from "./list-drafts.ts";
export { type DraftFormat, openDraft } from "./open-draft.ts";
export { draftsFeature } from "./feature.ts";
