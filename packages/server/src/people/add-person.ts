import type { Step } from "#use-case";
import { addPersons } from "./add-persons.ts";
import { occupationMeaning } from "./occupation-meaning.ts";
import { personFacts } from "./person-facts.ts";
import type { WrittenField } from "./said-of.ts";

type Place = { readonly regionCode: string; readonly villageCode: string; readonly kecamatanCode: string };

/** Somebody no list has named yet, described by words alone; whoever adds them keeps the words as edits of a first entry. */
export async function addPerson(
  step: Step,
  place: Place,
  words: ReadonlyMap<WrittenField, string>,
): Promise<{ readonly id: string; readonly code: string }> {
  const { app, tx, now } = step;
  const id = step.newId();
  const said = new Map([...words].map(([field, text]) => [field, { text, at: now, rowId: id }] as const));
  const facts = personFacts(app, id, [], { said, meansOf: await occupationMeaning(tx) });
  const codeOf = await addPersons(tx, [{ ...place, id, at: now, ...facts }]);
  return { id, code: codeOf.get(id)! };
}

/** Somebody whom a list row describes that was joined to another; the row is read as theirs once that is decided. */
export async function addDescribedPerson(
  step: Step,
  { regionCode, villageCode, kecamatanCode }: Place,
): Promise<string> {
  return (await addPerson(step, { regionCode, villageCode, kecamatanCode }, new Map())).id;
}
