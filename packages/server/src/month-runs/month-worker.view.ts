import type { ReportedWage, Sector, Segment } from "@tuwai/domain/contributions";
import type { CivilDate, Month } from "@tuwai/domain/time";
import { firstDay } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { FundSource } from "#contributions";
import type { Tx } from "#database";

/** What a run of a month has to know of one worker; of entries that were merged, together. */
export type MonthWorker = {
  readonly personId: string;
  readonly diedOn: CivilDate | null;
  readonly withdrawnOn: CivilDate | null;
  readonly formalFrom: CivilDate | null;
  readonly isPaid: boolean;
  readonly madeToday: number;
  readonly enrolments: readonly MonthEnrolment[];
  readonly standing: readonly {
    readonly id: string;
    readonly enrolmentId: string;
    readonly programme: string;
    readonly amountRupiah: number;
    readonly isAwaited: boolean;
  }[];
};

export type MonthEnrolment = {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly fundSource: FundSource;
  readonly sector: Sector;
  readonly segment: Segment;
  readonly wages: readonly ReportedWage[];
  readonly fromMonth: Month;
  readonly untilMonth: Month | null;
  readonly acceptedOn: CivilDate;
};

/**
 * Workers after `after`, in order, whom BPJS has accepted for that month or for whom it is owed. What is owed is looked up worker by
 * worker (`offset 0`): while a run fills a month, the planner takes it to be empty still and would go through all of it for each.
 */
export async function listMonthWorkers(
  tx: Tx,
  of: { readonly month: Month; readonly after: string; readonly limit: number; readonly today: CivilDate },
): Promise<readonly MonthWorker[]> {
  const month = firstDay(of.month);
  const { rows } = await sql<MonthWorker>`
    with entries as (
      select e.person_id from app.enrolments e
      where e.region_code = (select app.region()) and e.accepted_on is not null and e.state in ('accepted', 'ended')
        and e.from_month <= ${month}::date and (e.until_month is null or e.until_month > ${month}::date)
      union
      select o.person_id from app.obligations o
      where o.region_code = (select app.region()) and o.month = ${month}::date and o.reversed_at is null),
    page as materialized (
      select distinct k.kept_id as id from app.kept_persons(array(select person_id from entries)) k where k.kept_id > ${of.after}::uuid
      order by 1 limit ${of.limit}),
    whole as materialized (
      select a.id, a.kept_id from app.all_of_persons(array(select id from page)) a),
    paying as materialized (
      select w.kept_id, jsonb_agg(jsonb_build_object('enrolmentId', e.id, 'personId', e.person_id, 'villageCode', e.village_code,
        'kecamatanCode', e.kecamatan_code, 'fundSource', e.fund_source, 'sector', e.sector, 'segment', e.segment, 'wages', e.wages, 'acceptedOn', e.accepted_on,
        'fromMonth', to_char(e.from_month, 'YYYY-MM'), 'untilMonth', to_char(e.until_month, 'YYYY-MM')) order by e.id) as all
      from whole w join app.enrolments e on e.person_id = w.id
      where e.accepted_on is not null and e.state in ('accepted', 'ended') group by w.kept_id),
    owed as materialized (
      select w.kept_id, jsonb_agg(jsonb_build_object('id', o.id, 'enrolmentId', o.enrolment_id, 'programme', o.programme,
        'amountRupiah', o.amount_rupiah, 'isAwaited', o.state = 'sent') order by o.programme, o.id) as all
      from whole w cross join lateral (
        select o.id, o.enrolment_id, o.programme, o.amount_rupiah, e.state from app.obligations o join app.enrolments e on e.id = o.enrolment_id
        where o.person_id = w.id and o.month = ${month}::date and o.reversed_at is null offset 0) o
      group by w.kept_id),
    made as materialized (
      select w.kept_id, count(*)::int as n from whole w cross join lateral (
        select o.at from app.obligations o where o.person_id = w.id offset 0) o
      where (o.at at time zone 'Asia/Jakarta')::date = ${of.today}::date group by w.kept_id),
    events as materialized (
      select w.kept_id, min(v.effective_on) filter (where v.type = 'formal-job') as formal_from,
        bool_or(v.type = 'paid' and v.month = ${month}::date) as is_paid
      from whole w join app.standing_events v on v.person_id = w.id where v.type in ('formal-job', 'paid') group by w.kept_id)
    select p.id as person_id, p.died_on, (p.withdrawn_at at time zone 'Asia/Jakarta')::date as withdrawn_on, v.formal_from,
      coalesce(v.is_paid, false) as is_paid, coalesce(m.n, 0) as made_today, coalesce(e.all, '[]') as enrolments, coalesce(o.all, '[]') as standing
    from page join app.persons p on p.id = page.id left join paying e on e.kept_id = p.id left join owed o on o.kept_id = p.id
      left join made m on m.kept_id = p.id left join events v on v.kept_id = p.id
    order by p.id`.execute(tx);
  return rows;
}
