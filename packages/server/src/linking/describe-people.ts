import type { App } from "#app";
import { asCity } from "#use-case";
import { type DescribedRow, forEachLiveRecord, listPersonRows } from "./description.view.ts";
import type { PersonRecord } from "./registry-linkage.ts";
import type { RegistryKind } from "./registry-kind.ts";

/** Rows opened between two pauses, so that pages are still served while a registry is read. */
const rowsPerBreath = 500;

/** Persons as the engine reads them, identity numbers opened in memory. `ids` null: every living list of the city. */
export async function describePersons(
  app: App,
  ids: readonly string[] | null,
): Promise<readonly PersonRecord[]> {
  const rows = await asCity(app, "person.link", ({ tx }) => listPersonRows(tx, ids));
  const described: PersonRecord[] = [];
  await openRows(app, "persons", { rows, into: described });
  return described;
}

/** Every live record of a registry as the engine reads it. */
export async function describeRegistry(app: App, kind: RegistryKind): Promise<readonly PersonRecord[]> {
  const described: PersonRecord[] = [];
  await asCity(app, "person.link", ({ tx }) =>
    forEachLiveRecord(tx, kind, (rows) => openRows(app, "source_records", { rows, into: described })),
  );
  return described;
}

async function openRows(
  app: App,
  table: "persons" | "source_records",
  work: { readonly rows: readonly DescribedRow[]; readonly into: PersonRecord[] },
): Promise<void> {
  for (const [index, row] of work.rows.entries()) {
    if (index % rowsPerBreath === 0) await new Promise((resolve) => setImmediate(resolve));
    const open = (column: "nik" | "family_card", sealed: Buffer | null) =>
      sealed === null ? null : app.keys.open(sealed, { table, column, rowId: row.id });
    work.into.push({
      id: row.id,
      name: row.fullName,
      nik: open("nik", row.nikSealed),
      familyCard: open("family_card", row.familyCardSealed),
      birthDate: row.birthDate,
      sex: row.sex,
      villageCode: row.villageCode,
      address: row.address,
    });
  }
}
