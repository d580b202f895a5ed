import type { AcceptedRow } from "#intake";
import type { KnownPerson } from "./person.store.ts";
import type { SourceRecordRow } from "./source-record.store.ts";

/** An accepted row with the source record it becomes. */
export type Draft = { readonly row: AcceptedRow; readonly record: SourceRecordRow };

/** One and only one person, or nobody: an ambiguous name makes a new person and leaves the question to linking. */
export function personMeant({ row, record }: Draft, known: readonly KnownPerson[]): KnownPerson | undefined {
  const byCode = known.filter((person) => person.code === row.values.personCode);
  if (byCode.length === 1) return byCode[0];
  const nik = record.nikIndex?.toString("hex");
  const byNik = known.filter((person) => nik !== undefined && person.nik === nik);
  if (byNik.length === 1) return byNik[0];
  const byName = known.filter(
    (person) =>
      person.name === record.fullName.toLowerCase() &&
      record.birthDate !== null &&
      person.birthDate === record.birthDate &&
      (nik === undefined || person.nik === null),
  );
  if (byName.length === 1) return byName[0];
  const asListed = `${nik} ${record.fullName.toLowerCase()}`;
  const byList = known.filter(({ listed }) => nik !== undefined && listed.includes(asListed));
  return byList.length === 1 ? byList[0] : undefined;
}
