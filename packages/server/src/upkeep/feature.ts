import type { Feature } from "#app";
import { handles, schedule, schedules, workHandlers } from "#work";
import { checkLastBackup } from "./check-last-backup.ts";
import { upkeepTasks } from "./upkeep-tasks.ts";

export const upkeepFeature: Feature = {
  name: "upkeep",
  owns: { "app.backups": "system.operate" },
  gives: [
    ...upkeepTasks,
    workHandlers(handles("backups.check", { work: checkLastBackup, unite: () => ({}) })),
    schedules(schedule({ name: "backup-check", at: "00.10", topic: "backups.check", payload: {} })),
  ],
};
