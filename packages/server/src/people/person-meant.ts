import type { AcceptedRow } from "#intake";
import type { KnownPerson } from "./person.store.ts";
import type { SourceRecordRow } from "./source-record.store.ts";

/** An accepted row with the source record it becomes. */
export type Draft = { readonly row: AcceptedRow; readonly record: SourceRecordRow };

/** One and only one person, or nobody: an ambiguous name makes a new person and leaves the question to linking. */
export function personMeant({ row, record }: Draft, known: readonly KnownPerson[]): KnownPerson | undefined {
  const byCode = known.filter((person) => person.code === row.values.personCode);
  if (isOne(byCode)) return byCode[0];
  const nik = record.nikIndex?.toString("hex");
  const byNik = known.filter((person) => nik !== undefined && person.nik === nik);
  if (isOne(byNik)) return byNik[0];
  const byName = known.filter(
    (person) =>
      person.name === record.fullName.toLowerCase() &&
      record.birthDate !== null &&
      person.birthDate === record.birthDate &&
      (nik === undefined || person.nik === null),
  );
  if (isOne(byName)) return byName[0];
  const asListed = `${nik} ${record.fullName.toLowerCase()}`;
  const byList = known.filter(({ listed }) => nik !== undefined && listed.includes(asListed));
  return isOne(byList) ? byList[0] : undefined;
}

/** Entries that were merged are one human being, whichever of them a list still names. */
export const isOne = (found: readonly KnownPerson[]): boolean =>
  new Set(found.map(({ keptId }) => keptId)).size === 1;
