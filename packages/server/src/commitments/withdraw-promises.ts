import { takeStep } from "@tuwai/domain/commitments";
import type { Group } from "@tuwai/domain/grants";
import type { Step } from "#use-case";
import { type CommitmentRow, lockVillage } from "./commitment.store.ts";
import { asCommitment, kindOfVillage } from "./read-year.ts";
import { record } from "./take-commitment-step.ts";

/** Whether a promise can still be taken back: what was paid out or never promised cannot. */
export function mayWithdraw(row: CommitmentRow): boolean {
  const { year, group } = row;
  const now = asCommitment(row, { kind: kindOfVillage(row.villageCode), year, group });
  return takeStep(now, { step: "withdraw", reason: "-" }).outcome === "taken";
}

type Asked = {
  readonly villageCode: string;
  readonly year: number;
  readonly groups: readonly Group[];
  readonly reason: string;
};

/** Takes a village's promises for these groups back inside somebody's own step; says how much they came to. */
export async function withdrawPromises(step: Step, asked: Asked): Promise<number> {
  const { tx, area } = step;
  const { year, villageCode, groups, reason } = asked;
  const rows = await lockVillage(tx, { area, year, villageCode });
  const taken = rows.filter((row) => groups.includes(row.group) && mayWithdraw(row));
  for (const { id: commitmentId, version } of taken)
    await record(
      step,
      { commitmentId, version, step: "withdraw", reason, paperNumber: "", paperOn: "" },
      { scan: null, isUnknownKind: false },
      () => ({ step: "withdraw", reason }),
    );
  return taken.reduce((sum, { state, promised }) => sum + (state === "rancangan" ? 0 : promised), 0);
}
