import type { App } from "#app";
import type { Tx } from "#database";
import type { Step } from "#use-case";
import { enqueue } from "#work";
import { listMerged } from "./merged.view.ts";
import { occupationMeaning } from "./occupation-meaning.ts";
import { personFacts } from "./person-facts.ts";
import { listPersonRecords, type PersonRecord } from "./person-record.store.ts";
import { updatePersons } from "./person.store.ts";
import { saidOf } from "./said-of.ts";
import { listStandingEdits } from "./standing-edit.view.ts";

export type ResolvedRecord = { readonly id: string; readonly live: boolean; readonly isNewest: boolean };

/**
 * Computes persons anew from the list rows that describe them and from what was said of their fields. Answers the rows, so
 * that whoever brought newer ones can retire the others. Whoever follows has the links looked at again. Of merged persons one
 * village may not see all that describes them: the city computes those, once this is written.
 */
export async function resolvePersons(
  { app, tx, actor }: Pick<Step, "app" | "tx" | "actor">,
  personIds: readonly string[],
): Promise<readonly ResolvedRecord[]> {
  const merged = await listMerged(tx, personIds);
  const apart = new Set(merged.map(({ id }) => id));
  const kept = [...new Set(merged.map(({ keptId }) => keptId))];
  if (kept.length > 0)
    await enqueue(app, tx, actor, { topic: "people.resolve", payload: { personIds: kept } });
  const alone = await resolveWhole(
    { app, tx },
    personIds.filter((id) => !apart.has(id)),
  );
  return alone.concat(apart.size === 0 ? [] : ranked(await listPersonRecords(tx, [...apart])));
}

/** The same for whoever sees all that describes these persons, entries merged into them included. */
export async function resolveWhole(
  { app, tx }: { readonly app: App; readonly tx: Tx },
  personIds: readonly string[],
): Promise<readonly ResolvedRecord[]> {
  const listed = await listPersonRecords(tx, personIds);
  const records = Map.groupBy(listed, ({ personId }) => personId);
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
  return ranked(listed);
}

/** A newer row retires the older ones of its own entry only, so that a merge can be taken back. */
function ranked(records: readonly PersonRecord[]): readonly ResolvedRecord[] {
  const entries = Map.groupBy(records, ({ entryId }) => entryId);
  return [...entries.values()].flatMap((own) =>
    own.map(({ id, live }, at) => ({ id, live, isNewest: at === own.length - 1 })),
  );
}
