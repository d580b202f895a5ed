import type { Step } from "#use-case";
import { listPersonRecords } from "./person-record.store.ts";
import { withdrawPersons } from "./person.store.ts";
import { listStandingEdits } from "./standing-edit.view.ts";

/** These entries stand in no list any longer: somebody else stands for them. */
export function setAside({ tx }: Pick<Step, "tx">, personIds: readonly string[]): Promise<void> {
  return withdrawPersons(tx, personIds);
}

/** Those of these entries that no list row and no first entry by hand describes stand in no list any longer. */
export async function setAsideUndescribed(
  step: Pick<Step, "tx">,
  personIds: readonly string[],
): Promise<void> {
  const records = await listPersonRecords(step.tx, personIds);
  const entered = (await listStandingEdits(step.tx, personIds)).filter(({ isEntry }) => isEntry);
  const described = new Set([...records, ...entered].map(({ personId }) => personId));
  const nobody = personIds.filter((id) => !described.has(id));
  if (nobody.length > 0) await withdrawPersons(step.tx, nobody);
}
