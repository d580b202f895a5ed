import type { Step } from "#use-case";
import { movePersonRow } from "./person.store.ts";
import { moveRecords } from "./source-record.store.ts";

export type MovedPerson = {
  readonly personId: string;
  readonly fromVillageCode: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
};

/**
 * Writes somebody down in another village of the city, with the list rows that describe them and whatever hangs on them: its
 * operator reads and changes from now on what the old one did. Says whether the person was still in the old one.
 */
export async function movePerson({ tx }: Pick<Step, "tx">, moved: MovedPerson): Promise<boolean> {
  const ids = await movePersonRow(tx, moved);
  if (ids.length === 0) return false;
  await moveRecords(tx, ids, moved);
  return true;
}
