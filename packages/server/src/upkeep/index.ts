export { type BackupState, getBackupState } from "./get-backup-state.ts";
export { type DeadWork, listDeadWork } from "./list-dead-work.ts";
export { noteBackup, noteLeaving } from "./note-backup.ts";
export { retryDeadWork } from "./retry-dead-work.ts";
export { upkeepFeature } from "./feature.ts";
export { getDatabaseVersion } from "./get-database-version.ts";
