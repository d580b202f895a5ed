import type { Segment } from "@tuwai/domain/contributions";
import { type CivilDate, firstDay, type Month, shiftMonth } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { FundSource } from "#contributions";
import type { Tx } from "#database";
import type { Wadah } from "#enrolment";

/** What BPJS has to be told of a member. `left`: the last month somebody of that group pays; `group`: another group pays from then on. */
export type ChangeKind = "died" | "moved-away" | "formal-job" | "left" | "group" | "wage";

export type ChangeRow = {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly segment: Segment;
  readonly fundSource: FundSource;
  readonly wadah: Wadah;
  readonly groupKey: string;
  readonly kind: ChangeKind;
  readonly on: CivilDate;
  /** Of a change of group: the one from the next month on. */
  readonly nextGroupKey: string | null;
  /** Of a wage: before and after, whole rupiah a month. */
  readonly wageBefore: number | null;
  readonly wageAfter: number | null;
  readonly nikSealed: Buffer | null;
  readonly kpjSealed: Buffer | null;
};

/** Members whom BPJS has accepted and of whom something changed in that month, by group, village and name; each leaves once. */
export async function listChangeRows(
  tx: Tx,
  { regionCode, month }: { readonly regionCode: string; readonly month: Month },
): Promise<readonly ChangeRow[]> {
  const [first, next] = [firstDay(month), firstDay(shiftMonth(month, 1))];
  const { rows } = await sql<ChangeRow>`
    with members as (
      select e.* from app.enrolments e
      where e.region_code = ${regionCode} and e.accepted_on is not null and e.state in ('accepted', 'ended')
        and (e.until_month is null or e.until_month >= ${next}::date)),
    told as (
      select m.id, l.kind, l.happened_on as "on", null::bigint as wage_before, null::bigint as wage_after
      from app.life_events l join members m on m.person_id = l.person_id
      where l.region_code = ${regionCode} and l.undone_at is null and l.kind in ('died', 'moved-away', 'formal-job')
        and l.happened_on >= ${first}::date and l.happened_on < ${next}::date),
    taking as (
      select e.id, e.person_id, app.group_key(e.segment, e.fund_source, e.wadah, e.village_code) as group_key from app.enrolments e
      where e.region_code = ${regionCode} and e.carried_from is not null and e.from_month = ${next}::date and (e.until_month is null or e.until_month > e.from_month)),
    leaving as (
      select m.id, case when n.id is null then 'left' else 'group' end as kind, (${next}::date - 1) as "on", null::bigint as wage_before, null::bigint as wage_after
      from members m left join taking n on n.person_id = m.person_id
      where m.until_month = ${next}::date and not exists (select from told t where t.id = m.id)
        and n.group_key is distinct from app.group_key(m.segment, m.fund_source, m.wadah, m.village_code)),
    raised as (
      select m.id, 'wage' as kind, ${first}::date as "on", (m.wages->(w.n::int - 2)->>'rupiah')::bigint as wage_before,
        (w.report->>'rupiah')::bigint as wage_after
      from members m cross join lateral jsonb_array_elements(m.wages) with ordinality as w(report, n)
      where w.n > 1 and w.report->>'from' = ${month})
    select e.id as enrolment_id, p.id as person_id, p.code, p.full_name, p.village_code, e.segment, e.fund_source, e.wadah,
      app.group_key(e.segment, e.fund_source, e.wadah, e.village_code) as group_key, c.kind, c."on",
      case when c.kind = 'group' then (select t.group_key from taking t where t.person_id = e.person_id) end as next_group_key, c.wage_before, c.wage_after,
      p.nik_sealed, e.kpj_sealed
    from (select * from told union all select * from leaving union all select * from raised) c
      join members e on e.id = c.id join app.persons p on p.id = e.person_id
    order by 9, p.village_code, p.full_name, c.kind, e.id`.execute(tx);
  return rows;
}
