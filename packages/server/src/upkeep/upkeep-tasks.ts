import { type TaskSource, taskSources } from "#tasks";
import { countGivenUp } from "#work";
import { readBackupState } from "./get-backup-state.ts";

const ofUpkeep = { target: "upkeep", permission: "system.operate" } as const;

/** What waits for an administrator: work that failed, and a backup that is missing, stale or cannot be opened. */
const sources: readonly TaskSource[] = [
  {
    ...ofUpkeep,
    code: "retry-dead-work",
    urgency: 170,
    count: ({ tx, actor }) => countGivenUp(tx, actor.regionCode),
  },
  {
    ...ofUpkeep,
    code: "make-backup",
    urgency: 180,
    count: async (step) => ((await readBackupState(step)).problem === null ? 0 : 1),
  },
];

export const upkeepTasks = sources.map(taskSources);
