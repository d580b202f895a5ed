import type { Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";

/** People of one line of a village's budget in one month, under one group of BPJS. */
export type BillRow = {
  readonly month: Month;
  /** Null: the village owes for people whom no commitment has. */
  readonly commitmentId: string | null;
  readonly groupKey: string;
  readonly people: number;
  readonly owed: number;
  readonly received: number;
  /** Paid months on whose first day the full death benefit held. */
  readonly fullMonths: number;
  /** The code of BPJS's bill (kode iuran), where it is noted. */
  readonly code: string | null;
};

export type BillsAsked = {
  readonly villageCode: string;
  readonly year: number;
  readonly fundSource: "apbdes" | "apbd";
};

const within = ({ villageCode, year, fundSource }: BillsAsked, area: Area) => sql`
  ${placeWithin(area, "e")} and e.village_code = ${villageCode} and e.fund_source = ${fundSource} and e.payer_id is null
  and x.month >= make_date(${year}, 1, 1) and x.month < make_date(${year} + 1, 1, 1)`;

/**
 * What a village owes, month by month and line by line, and what BPJS confirms of it. Of a kelurahan only people of its commitments: the
 * city pays for others there as well.
 */
export async function listVillageBills(tx: Tx, area: Area, asked: BillsAsked): Promise<readonly BillRow[]> {
  const { rows } = await sql<BillRow>`
    with owed as materialized (
      select x.enrolment_id, x.month, sum(x.amount_rupiah)::bigint as rupiah
      from app.obligations x join app.enrolments e on e.id = x.enrolment_id
      where ${within(asked, area)} and x.reversed_at is null group by 1, 2),
    came as materialized (
      select x.enrolment_id, x.month, sum((x.details->>'amountRupiah')::bigint)::bigint as rupiah
      from app.standing_events x join app.enrolments e on e.id = x.enrolment_id
      where ${within(asked, area)} and x.type = 'paid' group by 1, 2),
    months as (select enrolment_id, month, o.rupiah as owed, c.rupiah as received from owed o full join came c using (enrolment_id, month)),
    lines as (
      select x.month, m.commitment_id, app.group_key(e.segment, e.fund_source, e.wadah, e.village_code) as group_key, x.owed, x.received,
        x.received is not null and x.month = any(s.full_months) as is_full
      from months x join app.enrolments e on e.id = x.enrolment_id
        left join app.commitment_months m on m.person_id = e.person_id and m.month = x.month and m.released_at is null
        left join app.cover_states s on s.person_id = e.person_id
      where ${asked.fundSource} = 'apbdes' or m.commitment_id is not null),
    sums as (
      select l.month, l.commitment_id, l.group_key, count(*)::int as people, coalesce(sum(l.owed), 0)::bigint as owed,
        coalesce(sum(l.received), 0)::bigint as received, (count(*) filter (where l.is_full))::int as full_months
      from lines l group by 1, 2, 3)
    select to_char(n.month, 'YYYY-MM') as month, n.commitment_id, n.group_key, n.people, n.owed, n.received, n.full_months, b.code
    from sums n left join app.bills b on b.region_code = ${area.regionCode} and b.group_key = n.group_key and b.month = n.month
      and b.replaced_at is null
    order by n.month, n.group_key, n.commitment_id`.execute(tx);
  return rows;
}

/** How many people are billed, and of how many BPJS confirms a month, each once. */
export async function countVillagePeople(
  tx: Tx,
  area: Area,
  asked: BillsAsked,
): Promise<{ readonly billed: number; readonly received: number }> {
  const { rows } = await sql<{ billed: number; received: number }>`
    select (select count(distinct e.person_id)::int from app.obligations x join app.enrolments e on e.id = x.enrolment_id
        left join app.commitment_months m on m.person_id = e.person_id and m.month = x.month and m.released_at is null
        where ${within(asked, area)} and x.reversed_at is null and (${asked.fundSource} = 'apbdes' or m.commitment_id is not null)) as billed,
      (select count(distinct e.person_id)::int from app.standing_events x join app.enrolments e on e.id = x.enrolment_id
        left join app.commitment_months m on m.person_id = e.person_id and m.month = x.month and m.released_at is null
        where ${within(asked, area)} and x.type = 'paid' and (${asked.fundSource} = 'apbdes' or m.commitment_id is not null)) as received`.execute(
    tx,
  );
  return rows[0]!;
}
