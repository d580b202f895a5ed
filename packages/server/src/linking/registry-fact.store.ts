import { sql } from "kysely";
import type { Tx } from "#database";
import type { WantedMembership, WantedWelfare } from "./registry-fact.view.ts";

type Of = { readonly regionCode: string; readonly personIds: readonly string[] };

/** Makes the welfare of these persons what is wanted, and nothing else; what stands already is left alone. */
export async function replaceWelfare(tx: Tx, of: Of, wanted: readonly WantedWelfare[]): Promise<void> {
  await sql`
    with wanted as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
        as n ("personId" uuid, "recordId" uuid, "decileFrom" smallint, decile smallint, release text, "asOf" date)
    ), gone as (
      delete from app.person_welfare w
      where w.person_id = any(${of.personIds}::uuid[]) and not exists (select from wanted n where n."personId" = w.person_id)
    ), changed as (
      update app.person_welfare w
      set decile_from = n."decileFrom", decile = n.decile, release = n.release, as_of = n."asOf", record_id = n."recordId", updated_at = (select app.now())
      from wanted n where n."personId" = w.person_id and (n."recordId", n.release) is distinct from (w.record_id, w.release)
    )
    insert into app.person_welfare (region_code, person_id, decile_from, decile, release, as_of, record_id, updated_at)
    select ${of.regionCode}, n."personId", n."decileFrom", n.decile, n.release, n."asOf", n."recordId", (select app.now())
    from wanted n where not exists (select from app.person_welfare w where w.person_id = n."personId")
    on conflict do nothing`.execute(tx);
}

/** The same for memberships. Returns the persons of whom BPJS's list says something else than before. */
export async function replaceMemberships(
  tx: Tx,
  of: Of,
  wanted: readonly WantedMembership[],
): Promise<readonly string[]> {
  const gone = await sql<{ personId: string }>`
    delete from app.person_memberships m
    where m.person_id = any(${of.personIds}::uuid[]) and not exists (
      select from app.links l
      where l.person_id = m.person_id and l.record_id = m.record_id and l.kind = 'bpjs-members' and l.ended_at is null)
    returning person_id`.execute(tx);
  const added = await sql<{ personId: string }>`
    insert into app.person_memberships (region_code, person_id, record_id, village_code, kecamatan_code, status, segment, as_of)
    select ${of.regionCode}, n."personId", n."recordId", n."villageCode", n."kecamatanCode", n.status, n.segment, n."asOf"
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as n ("personId" uuid, "recordId" uuid, "villageCode" text,
      "kecamatanCode" text, status text, segment text, "asOf" date)
    on conflict do nothing
    returning person_id`.execute(tx);
  return [...new Set([...gone.rows, ...added.rows].map((row) => row.personId))];
}
