import type { Sector } from "@tuwai/domain/contributions";
import { firstInLineReasons } from "@tuwai/domain/endings";
import type { RegionCode } from "@tuwai/domain/regions";
import type { Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, personsWithin } from "#access";
import type { Tx } from "#database";

/** What decides whether somebody may be given a payer. */
export type Candidate = {
  readonly personId: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: RegionCode;
  readonly kecamatanCode: string;
  readonly occupationGroup: string | null;
  readonly sector: Sector;
  readonly targetGroup: string;
  /** Programme of the latest approved list that names the person; null when no list does. */
  readonly programme: string | null;
  readonly isGone: boolean;
  /** A later judgement found a reason other than being paid for. */
  readonly isNoLongerEligible: boolean;
  readonly hasPayer: boolean;
  readonly hasProposal: boolean;
  /** First month an earlier payer no longer pays; null when there was none. */
  readonly freeFrom: Month | null;
  /** Lost a sponsor without having left: comes before everybody else. */
  readonly isFirst: boolean;
  readonly score: number;
  readonly scoreCodes: readonly string[];
};

// A person is endorsed when the latest approved list of a programme that names them includes them.
const candidates = (area: Area) => sql`
  select p.id as person_id, p.code, p.full_name, p.village_code, p.kecamatan_code,
    p.occupation_group, p.sector, p.target_group, n.programme,
    num_nonnulls(p.withdrawn_at::text, p.died_on::text, p.moved_on::text) > 0 as is_gone,
    coalesce(j.bars_payment or j.reasons @> '[{"code": "fact-missing", "fact": "second-look"}]'::jsonb, false) as is_no_longer_eligible,
    exists (select from app.enrolments e where e.person_id = p.id and e.state not in ('rejected', 'ended'))
      or exists (select from app.sponsorships s where s.person_id = p.id and s.state = 'accepted') as has_payer,
    exists (select from app.sponsorships s where s.person_id = p.id and s.state = 'proposed') as has_proposal,
    (select to_char(max(e.until_month), 'YYYY-MM') from app.enrolments e where e.person_id = p.id and e.state = 'ended') as free_from,
    exists (select from app.sponsorships s where s.person_id = p.id and s.state = 'ended' and s.decided_at is not null
      and s.end_reason = any(${firstInLineReasons}::text[])) as is_first,
    coalesce(j.priority, 0) as score,
    coalesce((select array_agg(coalesce(r->>'code', r#>>'{}')) from jsonb_array_elements(j.priority_reasons) r), '{}') as score_codes
  from app.persons p
  left join lateral (
    select l.programme from (
      select distinct on (d.programme) d.programme, i.included, d.decided_at
      from app.endorsement_items i join app.endorsements d on d.id = i.endorsement_id and d.state = 'approved'
      where i.person_id = p.id order by d.programme, d.decided_at desc, d.id desc) l
    where l.included order by l.decided_at desc limit 1) n on true
  left join app.judgements j on j.person_id = p.id and j.programme = n.programme
  where ${personsWithin(area, "p")}`;

/**
 * Nothing of `reasonsAgainst` speaks against them; waiting.db.test.ts holds the two to the same answer. Asked of everybody at once, where
 * `candidates` looks at one person after the other.
 */
const waiting = (area: Area, held: readonly string[]) => sql`
  select p.id as person_id, coalesce(j.priority, 0) as score
  from app.persons p
  join (
    select i.person_id, (array_agg(d.programme order by d.decided_at desc))[1] as programme
    from app.endorsement_items i join app.endorsements d on d.id = i.endorsement_id and d.state = 'approved'
    where i.included and not exists (
      select from app.endorsement_items later join app.endorsements l on l.id = later.endorsement_id and l.state = 'approved'
      where later.person_id = i.person_id and l.programme = d.programme and (l.decided_at, l.id) > (d.decided_at, d.id))
    group by i.person_id) n on n.person_id = p.id
  left join app.judgements j on j.person_id = p.id and j.programme = n.programme
  where ${personsWithin(area, "p")} and p.withdrawn_at is null and p.died_on is null and p.moved_on is null
    and not (p.target_group = 'village-officer' and split_part(p.village_code, '.', 4) not like '1%')
    and not coalesce(j.bars_payment or j.reasons @> '[{"code": "fact-missing", "fact": "second-look"}]'::jsonb, false)
    and p.id not in (select e.person_id from app.enrolments e where e.state not in ('rejected', 'ended'))
    and p.id not in (select s.person_id from app.sponsorships s where s.state in ('accepted', 'proposed'))
    and p.id <> all(${held}::uuid[])`;

/** These persons, whatever speaks against them. */
export async function listCandidates(
  tx: Tx,
  area: Area,
  personIds: readonly string[],
): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`${candidates(area)} and p.id = any(${personIds}::uuid[])`.execute(tx);
  return rows;
}

/** `held`: persons whom nobody but their last sponsor may have now. */
type Choice = {
  readonly limit: number | null;
  readonly offset: number;
  readonly held?: readonly string[];
};

/** Everybody endorsed who has no payer, no proposal and is not held, who comes first first. */
export async function listWaitingRows(
  tx: Tx,
  area: Area,
  { held = [], ...page }: Choice,
): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`
    with chosen as materialized (
      select w.person_id, w.score, w.person_id in (select s.person_id from app.sponsorships s
        where s.state = 'ended' and s.decided_at is not null and s.end_reason = any(${firstInLineReasons}::text[])) as is_first
      from (${waiting(area, held)}) w
      order by is_first desc, score desc, person_id limit ${page.limit} offset ${page.offset})
    select c.* from (${candidates(area)} and p.id in (select person_id from chosen)) c
    order by c.is_first desc, c.score desc, c.person_id`.execute(tx);
  return rows;
}

export async function countWaiting(tx: Tx, area: Area, held: readonly string[] = []): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (${waiting(area, held)}) w`.execute(tx);
  return rows[0]!.n;
}
