import { takeStep } from "@tuwai/domain/commitments";
import type { Group } from "@tuwai/domain/grants";
import type { Step } from "#use-case";
import { type CommitmentRow, listSteps, lockVillage } from "./commitment.store.ts";
import { declarePromises } from "./declare.ts";
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

/** Puts back what stood for these groups before the last step, if that was since a moment; says how much stands then. */
export async function restorePromises(step: Step, asked: Asked & { readonly before: Date }): Promise<number> {
  const { villageCode, year, groups, reason, before } = asked;
  const rows = await lockVillage(step.tx, { area: step.area, year, villageCode });
  const own = rows.filter(({ group }) => groups.includes(group));
  const steps = await listSteps(
    step.tx,
    own.map(({ id }) => id),
  );
  const earlier = own.flatMap(({ id, group }) => {
    const taken = steps.filter(({ commitmentId }) => commitmentId === id);
    const last = taken.find((each, at) => at > 0 || each.takenAt < before);
    if (last === undefined || ["belum", "rancangan", "ditarik"].includes(last.state)) return [];
    const { heads, months, promised: amount, source } = last;
    return [{ group, heads, months, amount, source: source ?? "" }];
  });
  const gone = groups.filter((group) => earlier.every((line) => line.group !== group));
  await withdrawPromises(step, { ...asked, groups: gone });
  if (earlier.length > 0)
    await declarePromises(step, {
      villageCode,
      year,
      lines: earlier,
      intent: "declare",
      reason,
      isSure: true,
    });
  return earlier.reduce((sum, { amount }) => sum + amount, 0);
}
