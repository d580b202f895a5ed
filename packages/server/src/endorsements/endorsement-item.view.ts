import { sql } from "kysely";
import { isUuid } from "#app";
import type { Tx } from "#database";
import type { JudgedColumns } from "#eligibility";
import { type FrozenJudgement, lastApproved } from "./endorsement-item.store.ts";
import type { EndorsementRow } from "./endorsement.view.ts";

export type ItemRow = JudgedColumns & {
  readonly included: boolean;
  readonly exclusionReason: string | null;
  readonly judgement: FrozenJudgement;
  /** Whether the last approved list had the person on it; null when there was no such list. */
  readonly wasIncluded: boolean | null;
  readonly occupationText: string | null;
  readonly lastRescueDay: string | null;
};

const items = (list: EndorsementRow) => sql`
    with before as (${lastApproved(list)})
    select i.person_id, p.code, p.full_name, p.village_code, p.occupation_group, p.birth_date, i.included, i.exclusion_reason,
      i.judgement, case when exists (select from before) then coalesce(b.included, false) end as was_included, p.occupation_text,
      c.last_rescue_day
    from app.endorsement_items i
    join app.persons p on p.id = i.person_id
    left join app.cover_states c on c.person_id = i.person_id
    left join app.endorsement_items b on b.person_id = i.person_id and b.endorsement_id = (select id from before)
    where i.endorsement_id = ${list.id}`;

/** People of a list by name: the included first, then those left out. */
export async function listItemRows(
  tx: Tx,
  list: EndorsementRow,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly ItemRow[]> {
  const result = await sql<ItemRow>`${items(list)}
    order by i.included desc, p.full_name, p.id limit ${page.limit} offset ${page.offset}`.execute(tx);
  return result.rows;
}

/** One person of a list, by id or code. */
export async function findItemRow(
  tx: Tx,
  list: EndorsementRow,
  person: string,
): Promise<ItemRow | undefined> {
  const isPerson = isUuid(person) ? sql`p.id = ${person}` : sql`p.code = ${person}`;
  const result = await sql<ItemRow>`${items(list)} and ${isPerson}`.execute(tx);
  return result.rows[0];
}

/** Everybody who is on a list, by name. */
export async function listIncludedRows(tx: Tx, endorsementId: string): Promise<readonly JudgedColumns[]> {
  const result = await sql<JudgedColumns>`
    select p.id as person_id, p.code, p.full_name, p.village_code, p.occupation_group, p.birth_date
    from app.endorsement_items i join app.persons p on p.id = i.person_id
    where i.endorsement_id = ${endorsementId} and i.included
    order by p.full_name, p.id`.execute(tx);
  return result.rows;
}

/** People the last approved list had and this one no longer has. */
export async function listRemovedRows(tx: Tx, list: EndorsementRow): Promise<readonly JudgedColumns[]> {
  const result = await sql<JudgedColumns>`
    with before as (${lastApproved(list)})
    select b.person_id, p.code, p.full_name, p.village_code, p.occupation_group, p.birth_date
    from app.endorsement_items b
    join app.persons p on p.id = b.person_id
    where b.endorsement_id = (select id from before) and b.included and not exists (
      select from app.endorsement_items i where i.endorsement_id = ${list.id} and i.person_id = b.person_id and i.included)
    order by p.full_name, p.id`.execute(tx);
  return result.rows;
}

/** Codes of people on the list who, since it was proposed, died, moved, were withdrawn or became ineligible. */
export async function listNoLongerFit(tx: Tx, list: EndorsementRow): Promise<readonly string[]> {
  const result = await sql<{ code: string }>`
    select p.code from app.endorsement_items i
    join app.persons p on p.id = i.person_id
    left join app.judgements j on j.person_id = p.id and j.programme = ${list.programme}
    where i.endorsement_id = ${list.id} and i.included
      and (p.withdrawn_at is not null or p.died_on is not null or p.moved_on is not null or j.outcome = 'ineligible')
    order by p.code`.execute(tx);
  return result.rows.map((row) => row.code);
}

/** People of a list whom a packet takes to BPJS, or has taken. */
export async function countEnrolledOf(tx: Tx, endorsementId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct i.person_id)::int as n from app.endorsement_items i join app.enrolments n on n.person_id = i.person_id
    where i.endorsement_id = ${endorsementId} and i.included and n.state not in ('rejected', 'ended')`.execute(
    tx,
  );
  return rows[0]!.n;
}
