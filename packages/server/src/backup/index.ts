export { writeBackup, type BackupSummary } from "./write-backup.ts";
export { openBackup } from "./open-backup.ts";
export { restoreBackup } from "./restore-backup.ts";
export { writePlain } from "./write-plain.ts";
export { connectBypassing, listMigrations, readMoment } from "./backup.store.ts";
export { sealPlaceOf } from "./seal-place.ts";
