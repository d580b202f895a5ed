import type { Step } from "#use-case";
import { eraseParticularsOf } from "./person.store.ts";
import { eraseParticulars } from "./source-record.store.ts";

/** Mother's name and birth place serve BPJS's form and nothing else: of these persons nothing says them any longer. */
export async function forgetParticulars(
  { tx }: Pick<Step, "tx">,
  personIds: readonly string[],
): Promise<void> {
  await eraseParticulars(tx, personIds);
  await eraseParticularsOf(tx, personIds);
}
