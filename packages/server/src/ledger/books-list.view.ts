import type { CivilDate, Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";
import type { PageSize } from "#use-case";

/** One number of the chart with everything posted under it. Debit is positive. */
export type ChartBalance = { readonly number: string; readonly accounts: number; readonly amount: number };

export async function listChartBalances(tx: Tx): Promise<readonly ChartBalance[]> {
  const { rows } = await sql<ChartBalance>`
    select left(b.account, 4) as number, count(*) filter (where b.amount <> 0)::int as accounts, sum(b.amount)::bigint as amount
    from app.ledger_balances b where b.region_code = (select app.region()) and b.ledger = 'contributions'
    group by 1 order by 1`.execute(tx);
  return rows;
}

export type EntryLine = {
  readonly id: string;
  readonly seq: number;
  readonly kind: string;
  readonly serviceMonth: Month | null;
  readonly valueDate: CivilDate;
  readonly postedAt: Date;
  readonly reason: string | null;
  readonly reverses: string | null;
  readonly isReversed: boolean;
  readonly postings: readonly { readonly account: string; readonly amount: number }[];
};

const lines = sql`(select jsonb_agg(jsonb_build_object('account', u.account, 'amount', u.amount) order by u.n)
  from unnest(e.accounts, e.amounts) with ordinality u(account, amount, n))`;

/** Of one account, or of all; numbered, so that the newest page needs no count of pages before it. */
export async function listEntryLines(
  tx: Tx,
  of: { readonly number?: string | undefined },
  { limit, offset }: PageSize,
): Promise<readonly EntryLine[]> {
  const { rows } = await sql<EntryLine>`
    select e.id, e.seq, e.kind, to_char(e.service_month, 'YYYY-MM') as service_month, e.value_date, e.posted_at, e.reason, e.reverses,
      exists (select from app.ledger_entries r where r.reverses = e.id) as is_reversed, ${lines} as postings
    from app.ledger_entries e where e.region_code = (select app.region()) and e.ledger = 'contributions' and ${about(of.number)}
    order by e.seq desc limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

export async function countEntryLines(tx: Tx, of: { readonly number?: string | undefined }): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.ledger_entries e
    where e.region_code = (select app.region()) and e.ledger = 'contributions' and ${about(of.number)}`.execute(
    tx,
  );
  return rows[0]!.n;
}

function about(number: string | undefined) {
  return number === undefined
    ? sql`true`
    : sql`exists (select from unnest(e.accounts) a where a like ${`${number}%`})`;
}

/** Bank accounts of the books (number 1100) by their own part, each with the debits and credits of all its entries. */
export async function listPurses(tx: Tx): Promise<
  readonly {
    readonly bank: string;
    readonly moneyIn: number;
    readonly moneyOut: number;
    readonly balance: number;
  }[]
> {
  const { rows } = await sql<{ bank: string; moneyIn: number; moneyOut: number; balance: number }>`
    with moved as (
      select u.account, sum(u.amount) filter (where u.amount > 0) as came, -sum(u.amount) filter (where u.amount < 0) as went
      from app.ledger_entries e cross join lateral unnest(e.accounts, e.amounts) u(account, amount)
      where e.region_code = (select app.region()) and e.ledger = 'contributions' and u.account like '1100:%' group by 1)
    select substr(m.account, 6) as bank, coalesce(m.came, 0)::bigint as money_in, coalesce(m.went, 0)::bigint as money_out,
      coalesce(b.amount, 0)::bigint as balance
    from moved m left join app.ledger_balances b
      on b.region_code = (select app.region()) and b.ledger = 'contributions' and b.account = m.account
    order by 1`.execute(tx);
  return rows;
}
