import type { PayerAccount } from "@tuwai/domain/ledger";
import type { Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

/** What is owed for one worker and month and not in the books yet: all its programmes together are one entry. */
export type UnpostedMonth = {
  readonly ids: readonly string[];
  readonly month: Month;
  readonly amountRupiah: number;
  readonly payer: PayerAccount;
};

/** Oldest first. */
export async function listUnposted(tx: Tx, limit: number): Promise<readonly UnpostedMonth[]> {
  const { rows } = await sql<UnpostedMonth>`
    select array_agg(o.id order by o.id) as ids, to_char(o.month, 'YYYY-MM') as month, sum(o.amount_rupiah)::bigint as amount_rupiah,
      case when s.pledge_id is not null then jsonb_build_object('kind', 'sponsor', 'id', s.pledge_id)
        when e.fund_source = 'apbd' then jsonb_build_object('kind', 'city')
        when e.fund_source = 'apbdes' then jsonb_build_object('kind', 'village', 'code', o.village_code)
        else jsonb_build_object('kind', 'sponsor', 'id', e.fund_source) end as payer
    from app.obligations o join app.enrolments e on e.id = o.enrolment_id left join app.sponsorships s on s.id = e.sponsorship_id
    where o.region_code = (select app.region()) and o.entry_id is null and o.reversed_at is null
    group by o.enrolment_id, o.person_id, o.month, o.at, o.village_code, e.fund_source, s.pledge_id
    order by 1 limit ${limit}`.execute(tx);
  return rows;
}

/** Entries for months that are owed no more and still stand in the books. */
export async function listUnreversed(
  tx: Tx,
  limit: number,
): Promise<
  readonly { readonly entryId: string; readonly reason: string; readonly stillOwed: readonly string[] }[]
> {
  const { rows } = await sql<{ entryId: string; reason: string; stillOwed: string[] }>`
    select o.entry_id, min(o.reverse_reason) as reason,
      coalesce((select array_agg(s.id) from app.obligations s where s.entry_id = o.entry_id and s.reversed_at is null), '{}') as still_owed
    from app.obligations o
    where o.region_code = (select app.region()) and o.reversed_at is not null and o.entry_id is not null
      and not exists (select from app.ledger_entries r where r.reverses = o.entry_id)
    group by o.entry_id order by o.entry_id limit ${limit}`.execute(tx);
  return rows;
}
