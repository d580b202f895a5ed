import { read, type Step } from "#use-case";
import { type BackupProblem, findLastBackup } from "./backup.store.ts";

/** `none`: never made; `stale`: older than two days. */
export type BackupState = {
  readonly madeAt: Date | null;
  readonly checkedAt: Date | null;
  readonly problem: BackupProblem | "none" | "stale" | null;
};

/** A backup is made every day; one that failed once may be made up for. */
const staleMillis = 2 * 24 * 60 * 60 * 1000;

/** Whether the city could be brought back from its last backup. */
export const getBackupState = read(
  { purpose: "backup.state", permission: "system.operate" },
  (step): Promise<BackupState> => readBackupState(step),
);

export async function readBackupState({
  tx,
  now,
  actor,
}: Pick<Step, "tx" | "now" | "actor">): Promise<BackupState> {
  const last = await findLastBackup(tx, actor.regionCode);
  if (last === undefined) return { madeAt: null, checkedAt: null, problem: "none" };
  const { madeAt, checkedAt } = last;
  const isStale = now.getTime() - madeAt.getTime() > staleMillis;
  return { madeAt, checkedAt, problem: last.problem ?? (isStale ? "stale" : null) };
}
