import type { Step } from "#use-case";
import { countGivenUp } from "#work";
import { readBackupState } from "./get-backup-state.ts";

/** What waits for an administrator: work that failed, and a backup that is missing, stale or cannot be opened. */
export async function countUpkeep(
  step: Pick<Step, "tx" | "now" | "actor">,
): Promise<{ readonly deadWork: number; readonly backups: number }> {
  const { problem } = await readBackupState(step);
  return { deadWork: await countGivenUp(step.tx, step.actor.regionCode), backups: problem === null ? 0 : 1 };
}
