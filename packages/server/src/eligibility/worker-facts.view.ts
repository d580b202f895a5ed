import { type CoverState, payingStates } from "@tuwai/domain/cover";
import { sql } from "kysely";
import type { Tx } from "#database";

/** Whom BPJS itself lists is a member as well, whoever pays. */
const memberStates: readonly CoverState[] = [...payingStates, "listed"];

/** Everything the database knows that a judgement may rest on; null where nobody knows. */
export type FactRow = {
  readonly id: string;
  readonly regionCode: string;
  readonly kecamatanCode: string;
  readonly birthDate: string | null;
  readonly diedOn: string | null;
  readonly movedOn: string | null;
  readonly villageCode: string;
  readonly nikStatus: string;
  readonly occupationText: string | null;
  readonly occupationGroup: string | null;
  /** The later row of two that may be, or are, one human being. */
  readonly isDisputed: boolean;
  readonly civilServant: { readonly retiresOn?: string | null } | null;
  readonly asksCivilServant: boolean;
  readonly membership: {
    readonly status: string;
    readonly segment: string;
    readonly startsOn: string | null;
  } | null;
  readonly asksMembership: boolean;
  readonly hasFormalJob: boolean;
  readonly hasOwnEnrolment: boolean;
  readonly coverState: CoverState | null;
  readonly coveredFrom: string | null;
  readonly lastRescueDay: string | null;
  readonly consent: "given" | "withdrawn" | null;
  readonly decileFrom: number | null;
  readonly decile: number | null;
  readonly release: string | null;
  readonly secondLook: string | null;
  /** What DTSEN says of aid; null where it does not say. */
  readonly pkh: boolean | null;
  readonly bpnt: boolean | null;
  readonly protectedInFamily: number | null;
  /** People whom DTSEN holds on the person's family card, the person among them; null without a card. */
  readonly onFamilyCard: number | null;
};

/**
 * Facts of living rows of work lists; village officers are insured by their village and not judged here. Each fact is
 * gathered once for all persons and then joined: a subquery per person scans whole tables while they have no statistics.
 */
export async function listFactRows(tx: Tx, personIds: readonly string[]): Promise<readonly FactRow[]> {
  const result = await sql<FactRow>`
    with questions as materialized (
      select q.person_id, bool_or(q.kind = 'person' and q.state in ('open', 'same') and other.withdrawn_at is null) as is_disputed,
        bool_or(q.kind = 'civil-servants' and q.state in ('open', 'unsure')) as asks_civil_servant,
        bool_or(q.kind = 'bpjs-members' and q.state in ('open', 'unsure')) as asks_membership
      from app.link_questions q left join app.persons other on other.id = q.other_person_id
      where q.person_id = any(${personIds}::uuid[]) group by q.person_id
    ), servants as materialized (
      select l.person_id, r.attributes from app.links l join app.source_records r on r.id = l.record_id
      where l.person_id = any(${personIds}::uuid[]) and l.kind = 'civil-servants' and l.ended_at is null
    ), members as materialized (
      select distinct on (m.person_id) m.person_id,
        jsonb_build_object('status', m.status, 'segment', m.segment, 'startsOn', r.attributes->>'startsOn') as membership
      from app.person_memberships m join app.source_records r on r.id = m.record_id
      where m.person_id = any(${personIds}::uuid[])
      order by m.person_id, (m.status = 'active') desc, m.as_of desc, m.record_id
    ), formal as materialized (
      select distinct e.person_id from app.standing_events e where e.person_id = any(${personIds}::uuid[]) and e.type = 'formal-job'
    ), enrolled as materialized (
      select distinct e.person_id from app.enrolments e
      where e.person_id = any(${personIds}::uuid[]) and e.state not in ('rejected', 'ended')
    ), consented as materialized (
      select distinct on (a.kept_id) a.kept_id as person_id,
        case when k.withdrawn_at is null then 'given' else 'withdrawn' end as consent
      from app.all_of_persons(${personIds}::uuid[]) a join app.consents k on k.subject_id = a.id
      where k.subject_type = 'person' order by a.kept_id, k.given_at desc, k.id desc
    ), looked as materialized (
      select distinct on (a.kept_id) a.kept_id as person_id, s.finding from app.all_of_persons(${personIds}::uuid[]) a
      join app.second_looks s on s.person_id = a.id order by a.kept_id, s.decided_at desc, s.id desc
    ), aided as materialized (
      select a.kept_id as person_id, bool_or((r.attributes->>'pkh')::boolean) as pkh, bool_or((r.attributes->>'bpnt')::boolean) as bpnt
      from app.all_of_persons(${personIds}::uuid[]) a join app.links l on l.person_id = a.id join app.source_records r on r.id = l.record_id
      where l.kind = 'dtsen' and l.ended_at is null group by a.kept_id
    ), cards as materialized (
      select r.family_card_index, count(*)::int as people from app.source_records r
      where r.region_code = (select app.region()) and r.kind = 'dtsen' and r.withdrawn_at is null
        and r.family_card_index in (select o.family_card_index from app.persons o where o.id = any(${personIds}::uuid[]))
      group by r.family_card_index
    ), families as materialized (
      select f.family_card_index, count(*)::int as protected
      from app.cover_states s join app.persons f on f.id = s.person_id
      where s.state = any(${memberStates}::text[]) and f.withdrawn_at is null and f.family_card_index is not null
      group by f.family_card_index
    )
    select p.id, p.region_code, p.kecamatan_code, p.birth_date, p.died_on, p.moved_on, p.village_code, p.nik_status, p.occupation_text, p.occupation_group,
      coalesce(q.is_disputed, false) as is_disputed, servants.attributes as civil_servant,
      coalesce(q.asks_civil_servant, false) as asks_civil_servant, members.membership,
      coalesce(q.asks_membership, false) as asks_membership, formal.person_id is not null as has_formal_job,
      enrolled.person_id is not null as has_own_enrolment, c.state as cover_state, c.covered_from, c.last_rescue_day,
      consented.consent, w.decile_from, w.decile, w.release, looked.finding as second_look, aided.pkh, aided.bpnt, cards.people as on_family_card,
      case when p.family_card_index is not null then coalesce(families.protected, 0)
        - coalesce(c.state = any(${memberStates}::text[]), false)::int end as protected_in_family
    from app.persons p
    left join questions q on q.person_id = p.id
    left join servants on servants.person_id = p.id
    left join members on members.person_id = p.id
    left join formal on formal.person_id = p.id
    left join enrolled on enrolled.person_id = p.id
    left join consented on consented.person_id = p.id
    left join looked on looked.person_id = p.id left join aided on aided.person_id = p.id
    left join cards on cards.family_card_index = p.family_card_index
    left join families on families.family_card_index = p.family_card_index
    left join app.cover_states c on c.person_id = p.id
    left join app.person_welfare w on w.person_id = p.id
    where p.id = any(${personIds}::uuid[]) and p.withdrawn_at is null and p.target_group <> 'village-officer'`.execute(
    tx,
  );
  return result.rows;
}

/** Which registries the city holds at all: without a list of civil servants nobody knows who is one. */
export async function listKnownRegistries(tx: Tx): Promise<ReadonlySet<string>> {
  // Written out, because only of a constant the planner knows that no record has that kind: else it reads them all.
  const result = await sql<{ kind: string }>`
    select 'civil-servants' as kind where exists (select from app.source_records r
      where r.region_code = (select app.region()) and r.kind = 'civil-servants' and r.withdrawn_at is null)
    union all select 'bpjs-members' where exists (select from app.source_records r
      where r.region_code = (select app.region()) and r.kind = 'bpjs-members' and r.withdrawn_at is null)`.execute(
    tx,
  );
  return new Set(result.rows.map((row) => row.kind));
}

export async function listJudgeable(
  tx: Tx,
  of: { readonly villageCode?: string },
): Promise<readonly string[]> {
  const result = await sql<{ id: string }>`
    select id from app.persons
    where withdrawn_at is null and (${of.villageCode ?? null}::text is null or village_code = ${of.villageCode ?? null})
    order by id`.execute(tx);
  return result.rows.map((row) => row.id);
}
