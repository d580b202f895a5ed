import type { Readable, Writable } from "node:stream";
import type { Client } from "pg";
import { from, to } from "pg-copy-streams";
import { books, makeRoomForBooks } from "#ledger";

export type PreparedTable = {
  readonly table: string;
  readonly columns: readonly string[];
  /** Columns of bytes. */
  readonly bytes: readonly string[];
  readonly orderBy: readonly string[];
};

/** Tables of who is signed in and of attempts at it: they stay empty in another city. */
const ofNobody = /^auth\.("?session"?|"?verification"?|"rateLimit"|step_ups|attempts)$/;

/** Every table of the four schemas but those of nobody, with the columns that have to be carried, in the order of their keys. */
export async function listPreparedTables(client: Client): Promise<readonly PreparedTable[]> {
  const { rows } = await client.query<{
    table: string;
    columns: string[];
    bytes: string[];
    order: string[];
  }>(`
    select format('%I.%I', n.nspname, c.relname) as table,
      array(select quote_ident(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            and a.attgenerated = '' order by a.attnum) as columns,
      array(select quote_ident(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            and a.atttypid = 'bytea'::regtype) as bytes,
      array(select quote_ident(a.attname) from pg_index i cross join unnest(i.indkey) with ordinality k(at, place)
            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.at where i.indrelid = c.oid and i.indisprimary
            order by k.place) as order
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('app', 'audit', 'auth', 'pub') and c.relkind = 'r' order by 1`);
  return rows
    .filter(({ table }) => !ofNobody.test(table))
    .map(({ table, columns, bytes, order }) => {
      const kept = (column: string) => table !== books.table || !books.computed.includes(column);
      return { table, columns: columns.filter(kept), bytes: bytes.filter(kept), orderBy: order };
    });
}

export async function beginReading(client: Client): Promise<void> {
  await client.query("begin transaction isolation level repeatable read read only");
}

export function copyRowsOut(client: Client, { table, columns, orderBy }: PreparedTable): Readable {
  const order = orderBy.length === 0 ? "1" : orderBy.join(", ");
  return client.query(to(`copy (select ${columns.join(", ")} from ${table} order by ${order}) to stdout`));
}

/** Where each chained row stands, without the digests and hashes that follow from the rows. */
export const trail = { table: "app_private.links", columns: ["strand", "link", "source", "row_id", "at"], bytes: [], orderBy: ["strand", "link"] }; // prettier-ignore
export const strands = { table: "app_private.strands", columns: ["strand", "links", "hash"], bytes: ["hash"], orderBy: ["strand"] }; // prettier-ignore

/** Whether the connection may pass over triggers and foreign keys, as only a superuser may. */
export async function mayRestore(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    "select rolsuper as may from pg_roles where rolname = current_user",
  );
  return rows[0]!.may;
}

/**
 * Opens the one transaction of a restore: triggers and foreign keys rest, as what comes in was held to them when it came to be;
 * indexes are taken away and answered, to be made again in one go.
 */
export async function beginRestoring(
  client: Client,
  tables: readonly PreparedTable[],
): Promise<readonly string[]> {
  // prettier-ignore
  await client.query("begin");
  await client.query("set local session_replication_role = replica");
  await client.query("set local timezone = 'UTC'");
  await client.query("set local maintenance_work_mem = '256MB'");
  await client.query(
    `truncate ${[...tables.map(({ table }) => table), trail.table, strands.table].join(", ")} cascade`,
  );
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name, pg_get_indexdef(c.oid) as definition
     from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
     where i.indrelid = any ($1::regclass[]) and not exists (select from pg_constraint k where k.conindid = c.oid) order by 1`,
    [tables.map(({ table }) => table)],
  );
  if (rows.length > 0) await client.query(`drop index ${rows.map(({ name }) => name).join(", ")}`);
  return rows.map(({ definition }) => definition);
}

/** Into a table of the transaction's own where something has still to be computed, else where the rows belong. */
export function copyRowsIn(
  client: Client,
  { table, columns }: Pick<PreparedTable, "table" | "columns">,
): Writable {
  // prettier-ignore
  const target = table in waiting ? waiting[table] : table;
  return client.query(from(`copy ${target} (${columns.join(", ")}) from stdin`));
}

const waiting: Readonly<Record<string, string>> = {
  [books.table]: books.waiting,
  [trail.table]: "pg_temp.waiting_links",
};

export async function makeWaitingRooms(client: Client): Promise<void> {
  await makeRoomForBooks(client);
  await client.query(`
    create temp table waiting_links (strand integer, link bigint, source text, row_id uuid, at timestamptz) on commit drop;
    create function pg_temp.next_link(before bytea, first bytea, source text, digest bytea) returns bytea language sql as $$
      select sha256(coalesce(before, first) || convert_to(source, 'UTF8') || digest) $$;
    create aggregate pg_temp.link_chain(bytea, text, bytea) (sfunc = pg_temp.next_link, stype = bytea)`);
}

/** The trail's links with their digests and hashes; false when an end is not the one that its strand remembers. */
export async function chainTrail(client: Client): Promise<boolean> {
  const { rows: chained } = await client.query<{ source: string; columns: string }>(
    "select source, columns::text as columns from app_private.chained order by source",
  );
  const digests = chained
    .map(
      ({ source, columns }) =>
        `select '${source}' as source, t.id, app_private.digest_of(to_jsonb(t), '${columns}'::text[]) as digest from ${source} t`,
    ) // prettier-ignore
    .join(" union all ");
  await client.query("analyze pg_temp.waiting_links");
  await client.query(`
    insert into app_private.links (strand, link, source, row_id, at, digest, hash)
    select l.strand, l.link, l.source, l.row_id, l.at, d.digest,
      pg_temp.link_chain(sha256(convert_to('tuwai strand ' || l.strand, 'UTF8')), l.source, d.digest) over (partition by l.strand order by l.link)
    from pg_temp.waiting_links l join (${digests}) d on d.source = l.source and d.id = l.row_id`);
  const { rows } = await client.query<{ wrong: number }>(`
    select count(*)::int as wrong from app_private.strands s
    where s.links > 0 and not exists (select from app_private.links l where (l.strand, l.link, l.hash) = (s.strand, s.links, s.hash))`);
  return rows[0]!.wrong === 0;
}

export async function endRestoring(
  client: Client,
  indexes: readonly string[],
  endsAt: string,
): Promise<void> {
  for (const definition of indexes) await client.query(definition);
  await client.query("insert into app_private.clock (only_row, at) values (true, $1)", [endsAt]);
  await client.query("commit");
  await client.query("analyze");
}

export async function countTable(client: Client, table: string): Promise<number> {
  return Number((await client.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]!.n);
}

/** Bytes of each original that a batch came with. */
export async function listSizes(client: Client): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ id: string; bytes: string }>(
    "select id, file_bytes as bytes from app.import_batches",
  );
  return new Map(rows.map(({ id, bytes }) => [id, Number(bytes)]));
}
