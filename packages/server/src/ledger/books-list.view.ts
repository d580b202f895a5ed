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
