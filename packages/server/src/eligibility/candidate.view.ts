import { sql } from "kysely";
import type { Tx } from "#database";
import type { JudgedColumns, ShownReason } from "./judged-person.ts";

export type Outcome = "eligible" | "ineligible" | "undetermined";

export type CandidateRow = JudgedColumns & {
  readonly outcome: Outcome | null;
  readonly reasons: readonly ShownReason[];
  readonly isReady: boolean;
  readonly policyNumber: number | null;
  readonly judgedOn: string | null;
};

export type CandidateFilter = {
  readonly programme: string;
  readonly villageCode: string;
  readonly outcome: Outcome | null;
};

const candidates = sql.raw(`
  from app.persons p
  left join app.judgements j on j.person_id = p.id and j.programme = `);

/** Living rows of a village's list with their judgement, by name: the order tells nothing of need or welfare. */
export async function listCandidateRows(
  tx: Tx,
  filter: CandidateFilter,
  page: { readonly limit: number | null; readonly offset: number },
): Promise<readonly CandidateRow[]> {
  const result = await sql<CandidateRow>`
    select p.id as person_id, p.code, p.full_name, p.village_code, p.occupation_group, p.birth_date, j.outcome,
      coalesce(j.reasons, '[]'::jsonb) as reasons, coalesce(j.is_ready, false) as is_ready, j.policy_number, j.judged_on
    ${candidates}${filter.programme}
    where p.withdrawn_at is null and p.target_group <> 'village-officer' and p.village_code = ${filter.villageCode}
      and (${filter.outcome}::text is null or j.outcome = ${filter.outcome})
    order by p.full_name, p.id limit ${page.limit} offset ${page.offset}`.execute(tx);
  return result.rows;
}

/** `ready`: those whom nothing but the declaration of consent keeps from a list. */
export type OutcomeCounts = Readonly<Record<Outcome | "unjudged" | "ready", number>>;

export async function countCandidates(tx: Tx, filter: CandidateFilter): Promise<OutcomeCounts> {
  const result = await sql<OutcomeCounts>`
    select count(*) filter (where j.outcome = 'eligible')::int as eligible,
      count(*) filter (where j.outcome = 'ineligible')::int as ineligible,
      count(*) filter (where j.outcome = 'undetermined')::int as undetermined,
      count(*) filter (where j.outcome is null)::int as unjudged,
      count(*) filter (where j.is_ready)::int as ready
    ${candidates}${filter.programme}
    where p.withdrawn_at is null and p.target_group <> 'village-officer' and p.village_code = ${filter.villageCode}`.execute(
    tx,
  );
  return result.rows[0]!;
}

export type ReasonCount = { readonly code: string; readonly fact: string | null; readonly count: number };

/** How many people of the village each reason keeps from a list, most frequent first; a person may have several. */
export async function countReasons(tx: Tx, filter: CandidateFilter): Promise<readonly ReasonCount[]> {
  const result = await sql<ReasonCount>`
    select r->>'code' as code, r->>'fact' as fact, count(*)::int as count
    ${candidates}${filter.programme}
    cross join jsonb_array_elements(j.reasons) r
    where p.withdrawn_at is null and p.target_group <> 'village-officer' and p.village_code = ${filter.villageCode}
    group by 1, 2 order by 3 desc, 1, 2`.execute(tx);
  return result.rows;
}

/**
 * Village officers who stand on a list of workers: their village insures them, so they are no candidates, and nobody is out of
 * sight. Seen by whoever may read the rows of the village's lists.
 */
export async function listOfficersAmongWorkers(
  tx: Tx,
  villageCode: string,
): Promise<readonly JudgedColumns[]> {
  // Officers first, and then each one's own rows: a village has few of them, and lists of thousands.
  const result = await sql<JudgedColumns>`
    with officers as materialized (
      select p.id, p.code, p.full_name, p.village_code, p.occupation_group, p.birth_date from app.persons p
      where p.village_code = ${villageCode} and p.withdrawn_at is null and p.target_group = 'village-officer'
    )
    select o.id as person_id, o.code, o.full_name, o.village_code, o.occupation_group, o.birth_date
    from officers o cross join lateral (
      select from app.person_rows e join app.source_records r on r.id = e.record_id
      where e.person_id = o.id and r.kind = 'village-list' and r.withdrawn_at is null limit 1) listed
    order by o.full_name, o.id`.execute(tx);
  return result.rows;
}
