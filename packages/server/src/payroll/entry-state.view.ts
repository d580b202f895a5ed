import { sql } from "kysely";
import type { Tx } from "#database";

/** Which of these entries were taken out of the books again by their mirror. */
export async function listReversed(tx: Tx, entryIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (entryIds.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select r.reverses as id from app.ledger_entries r where r.reverses = any(${entryIds}::uuid[])`.execute(
    tx,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Entries of results that were taken back and still stand in the books. */
export async function listUndoneEntries(tx: Tx, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select r.entry_id as id from app.payroll_results r
    where r.region_code = (select app.region()) and r.undone_at is not null and r.entry_id is not null
      and not exists (select from app.ledger_entries m where m.reverses = r.entry_id) limit ${limit}`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

/** What each mandate owes and has left over in the books, in whole rupiah above zero. */
export async function listMandateBalances(
  tx: Tx,
  mandateIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly owed: number; readonly left: number }>> {
  const { rows } = await sql<{ id: string; owed: number; left: number }>`
    select m.id, coalesce(o.amount, 0)::bigint as owed, coalesce(-l.amount, 0)::bigint as left
    from unnest(${mandateIds}::uuid[]) m(id)
      left join app.ledger_balances o on o.region_code = (select app.region()) and o.ledger = 'contributions' and o.account = '1200:S:' || m.id
      left join app.ledger_balances l on l.region_code = (select app.region()) and l.ledger = 'contributions' and l.account = '2200:S:' || m.id`.execute(
    tx,
  );
  return new Map(rows.map(({ id, owed, left }) => [id, { owed, left }]));
}
