import { sql } from "kysely";
import type { Tx } from "#database";

/** What of the books does not hold: an entry that was changed or removed, a sum, a balance or a sign that is wrong. */
export type BooksFault = {
  readonly kind: "changed" | "broken" | "unbalanced" | "balance" | "sign" | "mirror";
  readonly id: string;
};

export type BooksState = { readonly entries: number; readonly fault: BooksFault | null };

/**
 * Recomputes all of the books of this city: every hash and its link, the head, the balances, the side of every account at every
 * entry (INV-1 to INV-5, INV-7 of reliability.md C.9), and gives the first fault. Two queries in one transaction, so one moment.
 */
export async function readBooks(tx: Tx): Promise<BooksState> {
  const { rows } = await sql<{ entries: number; kind: BooksFault["kind"] | null; id: string }>`
    with hashes as (
      select count(*)::int as entries, min(seq) filter (where hash <> app.entry_hash(e)) as changed
      from app.ledger_entries e where region_code = (select app.region())),
    links as (
      select seq, ledger, hash, seq <> coalesce(lag(seq) over w, 0) + 1
        or previous_hash <> coalesce(lag(hash) over w, sha256(convert_to('tuwai ' || ledger || ' ' || region_code, 'UTF8'))) as broken
      from app.ledger_entries where region_code = (select app.region()) window w as (partition by ledger order by seq)),
    ends as (
      select h.seq from app.ledger_heads h left join app.ledger_entries l using (region_code, ledger, seq)
      where h.region_code = (select app.region()) and h.seq > 0 and h.hash is distinct from l.hash)
    select h.entries, f.kind, f.id from hashes h left join lateral (
      select * from (
        select 'changed' as kind, h.changed::text as id where h.changed is not null
        union all select 'broken', min(seq)::text from links where broken having count(*) > 0
        union all select 'broken', min(seq)::text from ends having count(*) > 0) x order by id::bigint limit 1) f on true`.execute(
    tx,
  );
  const { entries, kind, id } = rows[0]!;
  if (kind !== null) return { entries, fault: { kind, id } };
  return { entries, fault: await findWrongSum(tx) };
}

async function findWrongSum(tx: Tx): Promise<BooksFault | null> {
  const { rows } = await sql<BooksFault>`
    with lines as materialized (
      select e.ledger, e.seq, u.account, u.amount from app.ledger_entries e, unnest(e.accounts, e.amounts) u(account, amount)
      where e.region_code = (select app.region())),
    prefixes as (
      select seq, account, left(account, 1) as class, sum(amount) over (partition by ledger, account order by seq) as amount from lines)
    select 'unbalanced' as kind, (select min(seq)::text from (select seq from lines group by ledger, seq having sum(amount) <> 0) x) as id
    where exists (select from lines group by ledger, seq having sum(amount) <> 0)
    union all
    select * from (select 'balance', coalesce(b.account, s.account) from app.ledger_balances b
      full join (select ledger, account, sum(amount) as amount from lines group by ledger, account) s
        on b.region_code = (select app.region()) and b.ledger = s.ledger and b.account = s.account
      where b.amount is distinct from s.amount limit 1) x
    union all
    select * from (select 'sign', account from prefixes where class = '1' and amount < 0 or class = '2' and amount > 0 limit 1) y
    union all
    select * from (select 'mirror', r.seq::text from app.ledger_entries r join app.ledger_entries t on t.id = r.reverses
      where r.region_code = (select app.region()) and (r.accounts <> t.accounts
        or exists (select from unnest(r.amounts, t.amounts) m(a, b) where a + b <> 0)) limit 1) z
    limit 1`.execute(tx);
  return rows[0] ?? null;
}
