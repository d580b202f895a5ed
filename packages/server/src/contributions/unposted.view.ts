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
  /** The entry that stood for some of it before and was reversed. */
  readonly entryBefore: string | null;
};

/** Oldest first. */
export async function listUnposted(tx: Tx, limit: number): Promise<readonly UnpostedMonth[]> {
  const { rows } = await sql<UnpostedMonth>`
    with waiting as (
      select o.id, null::uuid as entry_before from app.obligations o
      where o.region_code = (select app.region()) and o.entry_id is null and o.reversed_at is null
      union all
      select o.id, o.entry_id from app.ledger_entries r join app.obligations o on o.entry_id = r.reverses
      where r.region_code = (select app.region()) and r.kind = 'reverse' and o.reversed_at is null)
    select array_agg(o.id order by o.id) as ids, (array_agg(w.entry_before))[1] as entry_before, to_char(o.month, 'YYYY-MM') as month, sum(o.amount_rupiah)::bigint as amount_rupiah,
      case when s.pledge_id is not null then jsonb_build_object('kind', 'sponsor', 'id', s.pledge_id)
        when e.fund_source = 'apbd' then jsonb_build_object('kind', 'city')
        when e.fund_source = 'apbdes' then jsonb_build_object('kind', 'village', 'code', o.village_code)
        else jsonb_build_object('kind', 'sponsor', 'id', e.fund_source) end as payer
    from waiting w join app.obligations o on o.id = w.id join app.enrolments e on e.id = o.enrolment_id
      left join app.sponsorships s on s.id = e.sponsorship_id
    group by o.enrolment_id, o.person_id, o.month, o.at, o.village_code, e.fund_source, s.pledge_id
    order by 1 limit ${limit}`.execute(tx);
  return rows;
}

/** Entries for months that are owed no more, in whole or in part, and still stand in the books. */
export async function listUnreversed(
  tx: Tx,
  limit: number,
): Promise<readonly { readonly entryId: string; readonly reason: string }[]> {
  const { rows } = await sql<{ entryId: string; reason: string }>`
    select o.entry_id, min(o.reverse_reason) as reason from app.obligations o
    where o.region_code = (select app.region()) and o.reversed_at is not null and o.entry_id is not null
      and not exists (select from app.ledger_entries r where r.reverses = o.entry_id)
    group by o.entry_id order by o.entry_id limit ${limit}`.execute(tx);
  return rows;
}

/** An account that taking entries out would bring below nothing, and by how much: so much of it was paid already. */
export type PaidBefore = {
  readonly account: string;
  readonly rupiah: number;
  /** The first of the entries, which is taken out once. */
  readonly entryId: string;
  /** Which month the entry protects. */
  readonly month: Month;
};

/** Of what payers owe, and of what is to go to BPJS. */
export async function listPaidBefore(tx: Tx, entryIds: readonly string[]): Promise<readonly PaidBefore[]> {
  const { rows } = await sql<PaidBefore>`
    with leaving as materialized (
      select u.account, sum(u.amount) as amount, min(e.id::text) as entry_id, min(e.service_month) as month
      from app.ledger_entries e cross join lateral unnest(e.accounts, e.amounts) u(account, amount)
      where e.id = any(${entryIds}::uuid[]) and (u.account like '12%' and u.amount > 0 or u.account like '2100:%' and u.amount < 0) group by 1),
    left_over as (
      select l.*, abs(l.amount) - abs(coalesce(b.amount, 0)) as short from leaving l left join app.ledger_balances b
        on b.region_code = (select app.region()) and b.ledger = 'contributions' and b.account = l.account)
    select account, short::bigint as rupiah, entry_id, to_char(month, 'YYYY-MM') as month from left_over where short > 0 order by account`.execute(
    tx,
  );
  return rows;
}
