import type { Rupiah } from "@tuwai/domain/money";
import { firstDay, type Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

/** What held of the pledge `g` in a month, before a move that takes effect later. */
const before = (column: "office_before" | "channel_before", month: string) => sql`
  select m.${sql.raw(column)} from app.pledge_moves m where m.pledge_id = g.id and m.from_month > ${month}::date
  order by m.from_month, m.made_at limit 1`;
const officeIn = (month: string) => sql<string>`coalesce((${before("office_before", month)}), g.opd)`;
const channelIn = (month: string) => sql<string>`coalesce((${before("channel_before", month)}), g.channel)`;

/** What a mandate owes in a month for all its workers together; no worker is named. */
export type PromisedMandate = {
  readonly mandateId: string;
  readonly mandateCode: string;
  readonly employeeName: string | null;
  readonly cap: Rupiah;
  readonly own: Rupiah;
};

/** Mandates of an office whose month is owed and taken by payroll. Obligations are the source of what is owed; this adds them up. */
export async function listPromised(
  tx: Tx,
  of: { readonly office: string; readonly month: Month },
): Promise<readonly PromisedMandate[]> {
  const month = firstDay(of.month);
  const { rows } = await sql<PromisedMandate>`
    select g.id as mandate_id, g.code as mandate_code, r.full_name as employee_name, g.cap_rupiah as cap, sum(o.amount_rupiah)::bigint as own
    from app.pledges g join app.sponsorships s on s.pledge_id = g.id join app.enrolments e on e.sponsorship_id = s.id
      join app.obligations o on o.enrolment_id = e.id and o.month = ${month}::date and o.reversed_at is null
      left join app.source_records r on r.id = g.civil_servant_id
    where g.region_code = (select app.region()) and ${officeIn(month)} = ${of.office} and ${channelIn(month)} = 'payroll'
      and g.from_month <= ${month}::date and (g.stop_month is null or g.stop_month > ${month}::date)
    group by g.id, g.code, r.full_name, g.cap_rupiah order by g.id`.execute(tx);
  return rows;
}

/** Codes and names of mandates that owe nothing any more. */
export async function listMandateNames(
  tx: Tx,
  mandateIds: readonly string[],
): Promise<readonly Pick<PromisedMandate, "mandateId" | "mandateCode" | "employeeName">[]> {
  const { rows } = await sql<Pick<PromisedMandate, "mandateId" | "mandateCode" | "employeeName">>`
    select g.id as mandate_id, g.code as mandate_code, r.full_name as employee_name
    from app.pledges g left join app.source_records r on r.id = g.civil_servant_id where g.id = any(${mandateIds}::uuid[])`.execute(
    tx,
  );
  return rows;
}

/** An office of which something is to be taken in a month. */
export type DueOffice = {
  readonly office: string;
  readonly mandates: number;
  readonly own: Rupiah;
  readonly isTaken: boolean;
};

/** Offices whose mandates owe a month, and whether every one of them stands in a batch already. */
export async function listDueOffices(tx: Tx, of: { readonly month: Month }): Promise<readonly DueOffice[]> {
  const month = firstDay(of.month);
  const { rows } = await sql<DueOffice>`
    with due as (
      select g.id, ${officeIn(month)} as opd, sum(o.amount_rupiah) as own,
        exists (select from app.payroll_lines l where l.pledge_id = g.id and l.month = ${month}::date and l.is_live)
          or sum(o.amount_rupiah) > g.cap_rupiah as is_taken
      from app.pledges g join app.sponsorships s on s.pledge_id = g.id join app.enrolments e on e.sponsorship_id = s.id
        join app.obligations o on o.enrolment_id = e.id and o.month = ${month}::date and o.reversed_at is null
      where g.region_code = (select app.region()) and ${channelIn(month)} = 'payroll' and g.from_month <= ${month}::date
        and (g.stop_month is null or g.stop_month > ${month}::date)
      group by g.id, 2, g.cap_rupiah)
    select opd as office, count(*)::int as mandates, sum(own)::bigint as own, bool_and(is_taken) as is_taken
    from due group by opd order by opd`.execute(tx);
  return rows;
}

/** Offices with a mandate whose worker BPJS has taken in, of which nobody has drawn up the month; told without going through what is owed. */
export async function countUndrawnOffices(tx: Tx, of: { readonly month: Month }): Promise<number> {
  const month = firstDay(of.month);
  const { rows } = await sql<{ n: number }>`
    select count(distinct g.opd)::int as n from app.pledges g
    where g.region_code = (select app.region()) and g.state = 'active' and g.channel = 'payroll' and g.from_month <= ${month}::date
      and not exists (select from app.payroll_batches b where b.region_code = g.region_code and b.opd = g.opd
        and b.month = ${month}::date and b.state <> 'cancelled')
      and not exists (select from app.pledge_moves m where m.pledge_id = g.id and m.from_month > ${month}::date)
      and exists (select from app.sponsorships s join app.enrolments e on e.sponsorship_id = s.id
        where s.pledge_id = g.id and s.state = 'accepted' and e.state = 'accepted')`.execute(tx);
  return rows[0]!.n;
}

/** Employee numbers of mandates, sealed, with the record that each belongs to. */
export async function listSealedNips(
  tx: Tx,
  mandateIds: readonly string[],
): Promise<
  readonly { readonly mandateId: string; readonly recordId: string; readonly sealed: string | null }[]
> {
  const { rows } = await sql<{ mandateId: string; recordId: string; sealed: string | null }>`
    select g.id as mandate_id, r.id as record_id, r.attributes->>'nipSealed' as sealed
    from app.pledges g join app.source_records r on r.id = g.civil_servant_id where g.id = any(${mandateIds}::uuid[])`.execute(
    tx,
  );
  return rows;
}
