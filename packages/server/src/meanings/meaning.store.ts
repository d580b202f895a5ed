import { sql } from "kysely";
import type { Tx } from "#database";

export type Meaning = { readonly field: string; readonly written: string; readonly meaning: string };

export async function listMeanings(tx: Tx): Promise<readonly Meaning[]> {
  const { rows } = await sql<Meaning>`select field, written, meaning from app.value_meanings`.execute(tx);
  return rows;
}

type NewMeaning = Meaning & {
  readonly regionCode: string;
  readonly by: string;
  readonly role: string;
  readonly at: Date;
};

/** The last answer counts; who gave it and when stands beside it. */
export async function saveMeaning(tx: Tx, of: NewMeaning): Promise<void> {
  const updated = await sql`
    update app.value_meanings set meaning = ${of.meaning}, remembered_by = ${of.by}, remembered_role = ${of.role},
      remembered_at = ${of.at}, version = version + 1
    where field = ${of.field} and written = ${of.written}`.execute(tx);
  if (Number(updated.numAffectedRows ?? 0) > 0) return;
  await sql`
    insert into app.value_meanings (region_code, field, written, meaning, remembered_by, remembered_role, remembered_at)
    values (${of.regionCode}, ${of.field}, ${of.written}, ${of.meaning}, ${of.by}, ${of.role}, ${of.at})
    on conflict do nothing`.execute(tx);
}
