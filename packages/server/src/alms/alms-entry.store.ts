import type { AlmsFact, AlmsKind, AlmsPosting } from "@tuwai/domain/alms";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

export type NewEntry = {
  readonly id: string;
  readonly kind: AlmsKind;
  readonly campaignId: string;
  readonly roundId: string | null;
  readonly valueDate: CivilDate;
  readonly reverses: string | null;
  readonly naturalKey: string;
  readonly reason: string | null;
  readonly lines: readonly AlmsPosting[];
};

/** The database numbers, chains and checks the entry; what it refuses it refuses whole. */
export async function appendEntry(
  tx: Tx,
  of: { readonly regionCode: string; readonly by: string; readonly at: Date },
  entry: NewEntry,
): Promise<void> {
  const accounts = entry.lines.map(({ account }) => account);
  const amounts = entry.lines.map(({ amount }) => amount);
  await sql`
    insert into app.alms_entries (region_code, seq, id, kind, campaign_id, round_id, value_date, posted_at, posted_by, reverses, natural_key,
      reason, accounts, amounts, format, previous_hash, hash)
    values (${of.regionCode}, 1, ${entry.id}, ${entry.kind}, ${entry.campaignId}, ${entry.roundId}, ${entry.valueDate}::date, ${of.at}, ${of.by},
      ${entry.reverses}, ${entry.naturalKey}, ${entry.reason}, ${accounts}::text[], ${amounts}::bigint[], 1, '', '')`.execute(
    tx,
  );
}

export type StoredEntry = Omit<NewEntry, "lines"> & { readonly lines: readonly AlmsPosting[] };

type Row = Omit<NewEntry, "lines"> & {
  readonly accounts: readonly string[];
  readonly amounts: readonly number[];
};

/** An entry by its id or by what happened, with its lines. */
export async function findEntry(
  tx: Tx,
  by: { readonly id: string } | { readonly naturalKey: string },
): Promise<StoredEntry | undefined> {
  const where = "id" in by ? sql`e.id = ${by.id}` : sql`e.natural_key = ${by.naturalKey}`;
  const { rows } = await sql<Row>`
    select e.id, e.kind, e.campaign_id, e.round_id, e.value_date, e.reverses, e.natural_key, e.reason, e.accounts, e.amounts::float8[] as amounts
    from app.alms_entries e where e.region_code = (select app.region()) and ${where}`.execute(tx);
  return rows.map(({ accounts, amounts, ...row }) => ({
    ...row,
    lines: accounts.map((account, at) => ({
      account: account as AlmsPosting["account"],
      amount: amounts[at]!,
    })),
  }))[0];
}

type SumRow = {
  readonly kind: AlmsKind;
  readonly isReversal: boolean;
  readonly on: CivilDate;
  readonly account: string;
  readonly amount: number;
};

/** The books of a campaign, or of all of them, as one fact for each kind and month: what their sums are made of. */
export async function listMonthFacts(tx: Tx, campaignId: string | null): Promise<readonly AlmsFact[]> {
  const { rows } = await sql<SumRow>`
    select e.kind, e.reverses is not null as is_reversal, date_trunc('month', e.value_date)::date as on, l.account, sum(l.amount_rupiah)::float8 as amount
    from app.alms_entries e join app.alms_lines l on l.entry_id = e.id
    where e.region_code = (select app.region()) and (${campaignId}::uuid is null or e.campaign_id = ${campaignId}::uuid)
    group by 1, 2, 3, 4 order by 3, 1, 2, 4`.execute(tx);
  return rows.map(({ account, amount, ...row }) => ({
    ...row,
    lines: [{ account: account as AlmsPosting["account"], amount }],
  }));
}

/** Rupiah in a fund that are promised to no round. */
export async function readFund(tx: Tx, campaignCode: string): Promise<number> {
  const { rows } = await sql<{ rupiah: number }>`
    select coalesce(-sum(b.amount_rupiah), 0)::float8 as rupiah from app.alms_balances b
    where b.region_code = (select app.region()) and b.account = ${`sedekah-dana:${campaignCode}`}`.execute(
    tx,
  );
  return rows[0]!.rupiah;
}

export type CostLine = {
  readonly id: string;
  readonly valueDate: CivilDate;
  readonly reason: string;
  readonly rupiah: number;
};

/** What was spent on costs, the latest first. */
export async function listCosts(tx: Tx, campaignId: string): Promise<readonly CostLine[]> {
  const { rows } = await sql<CostLine>`
    select e.id, e.value_date, e.reason, e.amounts[1]::float8 as rupiah from app.alms_entries e
    where e.campaign_id = ${campaignId} and e.kind = 'cost' and e.reverses is null
      and not exists (select from app.alms_entries r where r.reverses = e.id)
    order by e.value_date desc, e.seq desc limit 50`.execute(tx);
  return rows;
}

export type AlmsFault = {
  readonly seq: number;
  readonly kind: "broken" | "unbalanced" | "balance" | "lines";
};

/** The first thing in the books that does not fit; null where all of it does. Asked by the city's own work. */
export async function findFault(
  tx: Tx,
): Promise<{ readonly entries: number; readonly fault: AlmsFault | null }> {
  const { rows } = await sql<{ entries: number; seq: number | null; kind: AlmsFault["kind"] | null }>`
    with chain as (
      select e.*, app.alms_hash(e) as own, lag(e.hash, 1, sha256(convert_to('tuwai alms ' || e.region_code, 'UTF8'))) over w as before,
        row_number() over w as place
      from app.alms_entries e where e.region_code = (select app.region()) window w as (order by e.seq)),
    faults as (
      select c.seq, 'broken' as kind from chain c where c.hash <> c.own or c.previous_hash <> c.before or c.seq <> c.place
      union all select c.seq, 'unbalanced' from chain c where (select sum(a) from unnest(c.amounts) a) <> 0
      union all select c.seq, 'lines' from chain c where array(select (l.account, l.amount_rupiah)::text from app.alms_lines l where l.entry_id = c.id order by l.line)
        is distinct from array(select (u.account, u.amount)::text from unnest(c.accounts, c.amounts) u(account, amount))
      union all select 0, 'balance' from app.alms_balances b where b.region_code = (select app.region()) and b.amount_rupiah is distinct from
        (select sum(l.amount_rupiah) from app.alms_lines l where l.region_code = b.region_code and l.account = b.account)
      union all select h.seq, 'broken' from app.alms_heads h where h.region_code = (select app.region()) and h.seq > 0
        and not exists (select from chain c where c.seq = h.seq and c.hash = h.hash))
    select (select count(*)::int from chain) as entries, f.seq::int as seq, f.kind from (select 1) one left join lateral
      (select * from faults order by seq limit 1) f on true`.execute(tx);
  const { entries, seq, kind } = rows[0]!;
  return { entries, fault: seq === null || kind === null ? null : { seq, kind } };
}
