export { writeBackup, type BackupSummary } from "./write-backup.ts";
export { restoreBackup } from "./restore-backup.ts";
