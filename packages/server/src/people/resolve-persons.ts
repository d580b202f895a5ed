import type { App } from "#app";
import type { Tx } from "#database";
import { occupationMeaning } from "./occupation-meaning.ts";
import { personFacts } from "./person-facts.ts";
import { listPersonRecords } from "./person-record.store.ts";
import { updatePersons } from "./person.store.ts";
import { saidOf } from "./said-of.ts";
import { listStandingEdits } from "./standing-edit.view.ts";

export type ResolvedRecord = { readonly id: string; readonly live: boolean; readonly isNewest: boolean };

/**
 * Computes persons anew from the list rows that describe them and from what was said of their fields. Answers the rows, so
 * that whoever brought newer ones can retire the others. Whoever follows has the links looked at again.
 */
export async function resolvePersons(
  { app, tx }: { readonly app: App; readonly tx: Tx },
  personIds: readonly string[],
): Promise<readonly ResolvedRecord[]> {
  const records = Map.groupBy(await listPersonRecords(tx, personIds), ({ personId }) => personId);
  const edits = Map.groupBy(await listStandingEdits(tx, personIds), ({ personId }) => personId);
  const meansOf = await occupationMeaning(tx);
  const described = personIds.filter((id) => records.has(id) || edits.has(id));
  await updatePersons(
    tx,
    described.map((id) => {
      const own = records.get(id) ?? [];
      const said = saidOf(app, edits.get(id) ?? []);
      const facts = personFacts(app, id, own, { said, meansOf });
      // Whom a list of officers names stays in the group by which they came in, whatever another list says after it.
      const isListedOfficer = own.some(({ kind }) => kind === "village-officers");
      return { ...facts, id, targetGroup: isListedOfficer ? null : facts.targetGroup };
    }),
    app.clock.now(),
  );
  return [...records.values()].flatMap((own) =>
    own.map(({ id, live }, at) => ({ id, live, isNewest: at === own.length - 1 })),
  );
}
