import type { CountedReceipt } from "@tuwai/domain/certificates";
import { sql } from "kysely";
import type { Tx } from "#database";

export type ServantReceipt = CountedReceipt & { readonly civilServantId: string };

/** What BPJS received of these civil servants' own money, over all their pledges; `purse` names it among payers. */
export async function listServantReceipts(
  tx: Tx,
  civilServantIds: readonly string[],
  purse: string,
): Promise<readonly ServantReceipt[]> {
  const { rows } = await sql<ServantReceipt>`
    select g.civil_servant_id, to_char(v.month, 'YYYY-MM') as month, v.effective_on as on, s.person_id as worker, p.died_on,
      (v.details->>'amountRupiah')::bigint as rupiah,
      (select sum(o.amount_rupiah)::bigint from app.obligations o
        where o.enrolment_id = e.id and o.month = v.month and o.reversed_at is null) as owed
    from app.pledges g join app.sponsorships s on s.pledge_id = g.id join app.enrolments e on e.sponsorship_id = s.id
      join app.standing_events v on v.person_id = e.person_id and v.enrolment_id = e.id join app.persons p on p.id = s.person_id
    where g.region_code = (select app.region()) and g.civil_servant_id = any(${civilServantIds}::uuid[]) and v.type = 'paid'
      and v.month is not null and coalesce(v.payer, ${purse}) = ${purse}
    order by v.month, v.id`.execute(tx);
  return rows;
}

/** Civil servants who pay or paid for one of these persons. */
export async function listSponsorsOf(tx: Tx, personIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct g.civil_servant_id as id from app.sponsorships s join app.pledges g on g.id = s.pledge_id
    where s.region_code = (select app.region()) and s.person_id = any(${personIds}::uuid[])
      and s.state in ('accepted', 'ended') order by 1`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The name on a certificate: as the civil servants' list writes it. */
export async function findHolder(tx: Tx, civilServantId: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select r.full_name as name from app.source_records r
    where r.region_code = (select app.region()) and r.id = ${civilServantId}::uuid and r.kind = 'civil-servants'`.execute(
    tx,
  );
  return rows[0]?.name;
}
