export {
  confirmRelease,
  type DecideReason,
  dropRelease,
  getReleaseDraft,
  listReleaseDrafts,
  noteOnRelease,
  submitRelease,
} from "./decide-release.ts";
export type { Draft } from "./draft.store.ts";
export { releasesFeature } from "./feature.ts";
export { getRelease, listReleases, type Release, type ReleaseListed } from "./get-releases.ts";
export type { Notice } from "./published-table.store.ts";
export { publishReleases, startReleases } from "./publish-releases.ts";
export { releaseFile, type ReleaseFile } from "./release-file.ts";
export { ensureReleaseSettings } from "./release-settings.ts";
export { type ReleaseTable, type ReleaseTableName } from "./release-table.ts";
