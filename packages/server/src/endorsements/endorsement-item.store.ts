import { sql } from "kysely";
import { isUuid } from "#app";
import type { Tx } from "#database";
import type { JudgedColumns, Outcome, ShownReason } from "#eligibility";
import type { EndorsementRow } from "./endorsement.store.ts";

export type ItemRow = JudgedColumns & {
  readonly included: boolean;
  readonly exclusionReason: string | null;
  readonly judgement: { readonly outcome: Outcome | null; readonly reasons: readonly ShownReason[] };
  /** Whether the last approved list had the person on it; null when there was no such list. */
  readonly wasIncluded: boolean | null;
  readonly occupationText: string | null;
  readonly lastRescueDay: string | null;
};

/** People of a list by name: the included first, then those left out. */
export async function listItemRows(
  tx: Tx,
  list: EndorsementRow,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly ItemRow[]> {
  const result = await sql<ItemRow>`
    with before as (${lastApproved(list)})
    select i.person_id, p.code, p.full_name, p.village_code, p.occupation_group, p.birth_date, i.included, i.exclusion_reason,
      i.judgement, case when exists (select from before) then coalesce(b.included, false) end as was_included, p.occupation_text,
      c.last_rescue_day
    from app.endorsement_items i
    join app.persons p on p.id = i.person_id
    left join app.cover_states c on c.person_id = i.person_id
    left join app.endorsement_items b on b.person_id = i.person_id and b.endorsement_id = (select id from before)
    where i.endorsement_id = ${list.id}
    order by i.included desc, p.full_name, p.id limit ${page.limit} offset ${page.offset}`.execute(tx);
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

function lastApproved(list: EndorsementRow) {
  return sql`
    select e.id from app.endorsements e
    where e.village_code = ${list.villageCode} and e.programme = ${list.programme} and e.state = 'approved' and e.id <> ${list.id}
      and e.decided_at < coalesce(${list.decidedAt}::timestamptz, 'infinity')
    order by e.decided_at desc, e.id desc limit 1`;
}

export async function hasEarlierList(tx: Tx, list: EndorsementRow): Promise<boolean> {
  const result = await sql`${lastApproved(list)}`.execute(tx);
  return result.rows.length > 0;
}

export async function countExclusions(
  tx: Tx,
  endorsementId: string,
): Promise<readonly { readonly reason: string; readonly count: number }[]> {
  const result = await sql<{ reason: string; count: number }>`
    select exclusion_reason as reason, count(*)::int as count from app.endorsement_items
    where endorsement_id = ${endorsementId} and not included group by 1 order by 2 desc, 1`.execute(tx);
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

export async function findItem(
  tx: Tx,
  endorsementId: string,
  personId: string,
): Promise<Pick<ItemRow, "included" | "judgement" | "exclusionReason"> | undefined> {
  if (!isUuid(personId)) return undefined;
  const result = await sql<Pick<ItemRow, "included" | "judgement" | "exclusionReason">>`
    select included, judgement, exclusion_reason from app.endorsement_items
    where endorsement_id = ${endorsementId} and person_id = ${personId}`.execute(tx);
  return result.rows[0];
}
