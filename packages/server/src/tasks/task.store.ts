import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#app";
import {
  type Area,
  enrolmentsWithin,
  importsWithin,
  packetsWithin,
  personsWithin,
  placeWithin,
} from "#access";
import type { Tx } from "#database";

/** Counts only, as this login may see rows; each statement touches only tables its readers may read. */
async function countOf(tx: Tx, counted: RawBuilder<unknown>): Promise<number> {
  const result = await sql<{ n: number }>`select (${counted})::int as n`.execute(tx);
  return result.rows[0]!.n;
}

export function countOpenQuestions(tx: Tx, area: Area): Promise<number> {
  return countOf(
    tx,
    sql`select count(*) from app.link_questions q where state = 'open' and ${placeWithin(area, "q")}`,
  );
}

type OwnImports = { readonly toFinish: number; readonly rowsToRepair: number };

/**
 * Files of the actor's own desk: begun and not applied, and rows left to repair in the newest file of each kind and village;
 * a newer file of the same list takes the older one's place. Rows stay tasks for as long as the file may be undone.
 */
export async function countOwnImports(
  tx: Tx,
  actor: Actor,
  of: { readonly at: Date; readonly days: number },
): Promise<OwnImports> {
  const result = await sql<OwnImports>`
    with mine as (
      select distinct on (kind, village_code) state, counts from app.import_batches
      where region_code = ${actor.regionCode} and uploaded_role = ${actor.role} and uploaded_scope is not distinct from ${actor.scope ?? null}::text
        and state in ('needs-mapping', 'checked', 'awaiting-approval', 'applying', 'applied')
        and uploaded_at > ${of.at}::timestamptz - make_interval(days => ${of.days})
      order by kind, village_code, uploaded_at desc, id desc
    )
    select count(*) filter (where state in ('needs-mapping', 'checked'))::int as to_finish,
      coalesce(sum((counts->>'repair')::int) filter (where state = 'applied'), 0)::int as rows_to_repair from mine`.execute(
    tx,
  );
  return result.rows[0]!;
}

/** Files that wait for a second person: anybody but their sender. */
export function countImportsToApprove(
  tx: Tx,
  area: Area,
  by: { readonly userId: string; readonly kinds: readonly string[] | null },
): Promise<number> {
  return countOf(
    tx,
    sql`select count(*) from app.import_batches b
      where ${importsWithin(area, "b")} and state = 'awaiting-approval' and uploaded_by <> ${by.userId}
        and (${by.kinds}::text[] is null or kind = any(${by.kinds}::text[]))`,
  );
}

export type VillageList = {
  /** State of the village's newest list; null when it never had one. */
  readonly newest: "draft" | "proposed" | "approved" | "returned" | null;
  /** People whom nothing but the declaration of consent keeps from a list, and whom the last approved list lacks. */
  readonly ready: number;
};

export async function findVillageList(tx: Tx, villageCode: string, programme: string): Promise<VillageList> {
  const result = await sql<VillageList>`
    with lists as (
      select id, state, proposed_at, decided_at from app.endorsements
      where village_code = ${villageCode} and programme = ${programme}
    ), approved as (
      select id from lists where state = 'approved' order by decided_at desc, id desc limit 1
    )
    select (select state from lists order by proposed_at desc, id desc limit 1) as newest,
      (select count(*)::int from app.persons p join app.judgements j on j.person_id = p.id and j.programme = ${programme}
        where p.village_code = ${villageCode} and p.withdrawn_at is null and p.target_group <> 'village-officer'
          and not exists (select from jsonb_array_elements(j.reasons) r
            where not (r->>'code' = 'fact-missing' and r->>'fact' = 'consent'))
          and not exists (select from app.endorsement_items i
            where i.endorsement_id = (select id from approved) and i.person_id = p.id and i.included)) as ready`.execute(
    tx,
  );
  return result.rows[0]!;
}

/** Lists that wait for a head or manager who did not propose them. */
export function countListsToEndorse(tx: Tx, area: Area, userId: string): Promise<number> {
  return countOf(
    tx,
    sql`select count(*) from app.endorsements e
      where ${placeWithin(area, "e")} and state = 'proposed' and proposed_by <> ${userId}`,
  );
}

export function countProposedSponsorships(tx: Tx, area: Area): Promise<number> {
  return countOf(
    tx,
    sql`select count(*) from app.sponsorships s where ${placeWithin(area, "s")} and state = 'proposed'`,
  );
}

export function countReadyEnrolments(tx: Tx, area: Area): Promise<number> {
  return countOf(
    tx,
    sql`select count(*) from app.enrolments e where ${enrolmentsWithin(area, "e")} and state = 'ready'`,
  );
}

export function countPackets(tx: Tx, area: Area, state: "draft" | "sent"): Promise<number> {
  return countOf(
    tx,
    sql`select count(*) from app.packets p where ${packetsWithin(area, "p")} and state = ${state}`,
  );
}

/** People of whose rejection this desk was told and who have not been put forward again since. */
export function countRejectedPeople(
  tx: Tx,
  area: Area,
  desk: Pick<Actor, "role" | "scope">,
): Promise<number> {
  return countOf(
    tx,
    sql`select count(distinct p.id) from app.notifications n join app.persons p on p.code = n.payload->>'personCode'
      where ${personsWithin(area, "p")} and n.role = ${desk.role} and n.scope is not distinct from ${desk.scope ?? null}::text
        and n.kind = 'enrolment-rejected' and n.read_at is null and p.withdrawn_at is null
        and not exists (select from app.enrolments e where e.person_id = p.id and e.state not in ('rejected', 'ended'))`,
  );
}
