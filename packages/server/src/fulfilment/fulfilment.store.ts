import type { Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";

type NewRun = {
  readonly regionCode: string;
  readonly id: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly year: number;
  readonly people: number;
  readonly by: string;
  readonly at: Date;
};

export type NewMonth = {
  readonly commitmentId: string;
  readonly personId: string;
  readonly enrolmentId: string;
  readonly month: Month;
  readonly rupiah: number;
  readonly isNew: boolean;
};

export async function insertRun(tx: Tx, run: NewRun, months: readonly NewMonth[]): Promise<void> {
  const { regionCode, id, villageCode, kecamatanCode } = run;
  await sql`
    insert into app.commitment_enrolments (region_code, id, village_code, kecamatan_code, year, people, made_by, made_at)
    values (${regionCode}, ${id}, ${villageCode}, ${kecamatanCode}, ${run.year}, ${run.people}, ${run.by}, ${run.at})`.execute(
    tx,
  );
  await sql`
    insert into app.commitment_months (region_code, commitment_enrolment_id, commitment_id, village_code, kecamatan_code, person_id,
      enrolment_id, month, rupiah, is_new)
    select ${regionCode}, ${id}, m."commitmentId", ${villageCode}, ${kecamatanCode}, m."personId", m."enrolmentId",
      (m."month" || '-01')::date, m."rupiah", m."isNew"
    from jsonb_to_recordset(${JSON.stringify(months)}::jsonb) as m("commitmentId" uuid, "personId" uuid, "enrolmentId" uuid,
      "month" text, "rupiah" bigint, "isNew" boolean)`.execute(tx);
}

/** These months are nobody's again. */
export async function releaseMonths(
  tx: Tx,
  months: readonly { readonly personId: string; readonly month: Month }[],
  at: Date,
): Promise<void> {
  await sql`
    update app.commitment_months m set released_at = ${at}
    from jsonb_to_recordset(${JSON.stringify(months)}::jsonb) as l("personId" uuid, "month" text)
    where m.person_id = l."personId" and m.month = (l."month" || '-01')::date and m.released_at is null`.execute(
    tx,
  );
}

/** Held until the transaction ends; answers whether there is one in the area. */
export async function lockRun(tx: Tx, area: Area, id: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from app.commitment_enrolments r where ${placeWithin(area, "r")} and r.id = ${id} for update`.execute(
    tx,
  );
  return rows.length > 0;
}

/** Every month of it is nobody's again; answers the enrolments that were made for it. */
export async function undoRun(
  tx: Tx,
  of: { readonly id: string; readonly by: string; readonly at: Date },
): Promise<readonly string[]> {
  await sql`
    update app.commitment_enrolments set undone_by = ${of.by}, undone_at = ${of.at} where id = ${of.id}`.execute(
    tx,
  );
  const { rows } = await sql<{ enrolmentId: string; isNew: boolean }>`
    update app.commitment_months set released_at = ${of.at} where commitment_enrolment_id = ${of.id} and released_at is null
    returning enrolment_id, is_new`.execute(tx);
  return [...new Set(rows.filter(({ isNew }) => isNew).map(({ enrolmentId }) => enrolmentId))];
}
