import { AppError } from "#app";
import type { Step } from "#use-case";
import { listPersonRecords } from "./person-record.store.ts";
import { listedOf, type WrittenField, saidOf, type Words } from "./said-of.ts";
import { listStandingEdits } from "./standing-edit.view.ts";

export type KnownWords = {
  /** What stands, from whoever said it. */
  readonly now: ReadonlyMap<WrittenField, string>;
  /** What lists say by themselves. */
  readonly listed: Words;
};

/** What is known of one person field by field, identity numbers opened: for whoever goes on to change or to send it. */
export async function knownWords(
  { app, tx }: Pick<Step, "app" | "tx">,
  personId: string,
): Promise<KnownWords> {
  const of = await knownWordsOf({ app, tx }, [personId]);
  const words = of.get(personId);
  if (words === undefined) throw new AppError("not-found");
  return words;
}

/** The same for several persons; whoever is described by nothing is absent. */
export async function knownWordsOf(
  { app, tx }: Pick<Step, "app" | "tx">,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, KnownWords>> {
  const records = Map.groupBy(await listPersonRecords(tx, personIds), ({ personId }) => personId);
  const edits = Map.groupBy(await listStandingEdits(tx, personIds), ({ personId }) => personId);
  return new Map(
    personIds
      .filter((id) => records.has(id) || edits.has(id))
      .map((id) => {
        const listed = listedOf(app, records.get(id) ?? []);
        const words = [...listed, ...saidOf(app, edits.get(id) ?? [])];
        const now = new Map<WrittenField, string>();
        for (const [field, { text }] of words)
          if (text === null) now.delete(field);
          else now.set(field, text);
        return [id, { now, listed }];
      }),
  );
}

/** What would stand if these entries were one human being. */
export async function wordsTogether(
  { app, tx }: Pick<Step, "app" | "tx">,
  personIds: readonly string[],
): Promise<ReadonlyMap<WrittenField, string | null>> {
  const records = (await listPersonRecords(tx, personIds)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const edits = (await listStandingEdits(tx, personIds)).toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const words = new Map([...listedOf(app, records), ...saidOf(app, edits)]);
  return new Map([...words].map(([field, { text }]) => [field, text]));
}
