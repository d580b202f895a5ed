import type { Client } from "pg";

/** Where entries wait whose hashes are made anew from what they say, as they come in with a whole city. */
export const books = {
  table: "app.ledger_entries",
  waiting: "pg_temp.waiting_entries",
  computed: ["previous_hash", "hash"],
};

export async function makeRoomForBooks(client: Client): Promise<void> {
  await client.query(`
    create temp table waiting_entries (like app.ledger_entries) on commit drop;
    alter table pg_temp.waiting_entries alter previous_hash drop not null, alter hash drop not null;
    create function pg_temp.next_entry(before bytea, first bytea, e app.ledger_entries) returns bytea language plpgsql as $$
      begin e.previous_hash := coalesce(before, first); return app.entry_hash(e); end $$;
    create aggregate pg_temp.entry_chain(bytea, app.ledger_entries) (sfunc = pg_temp.next_entry, stype = bytea)`);
}

/** The waiting entries with their hashes, each over the one before, in the books; false when the last is not the one that the head remembers. */
export async function restoreBooks(client: Client): Promise<boolean> {
  const columns = (await client.query<{ c: string }>(
    `select attname as c from pg_attribute where attrelid = 'app.ledger_entries'::regclass and attnum > 0 and not attisdropped
     and attname not in ('previous_hash', 'hash') order by attnum`,
  )).rows.map(({ c }) => c).join(", "); // prettier-ignore
  await client.query(`
    insert into app.ledger_entries (${columns}, previous_hash, hash)
    select ${columns}, coalesce(lag(own) over w, first), own from (
      select e.*, f.first, pg_temp.entry_chain(f.first, row(e.*)::app.ledger_entries) over (partition by e.region_code, e.ledger order by e.seq) as own
      from pg_temp.waiting_entries e
      cross join lateral (select sha256(convert_to('tuwai ' || e.ledger || ' ' || e.region_code, 'UTF8')) as first) f
    ) chained window w as (partition by region_code, ledger order by seq)`);
  const { rows } = await client.query<{ wrong: number }>(`
    select count(*)::int as wrong from app.ledger_heads h
    where h.seq > 0 and not exists (select from app.ledger_entries e where (e.region_code, e.ledger, e.seq, e.hash) = (h.region_code, h.ledger, h.seq, h.hash))`);
  return rows[0]!.wrong === 0;
}
