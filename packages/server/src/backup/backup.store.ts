import type { Readable, Writable } from "node:stream";
import { Client, types } from "pg";
import { from, to } from "pg-copy-streams";
import { AppError } from "#app";

/** A connection whose role sees every row. */
export type BypassingClient = Client;

export type Table = { readonly name: string; readonly columns: readonly string[] };

/** A connection that sees every row: superuser or BYPASSRLS. Throws `not-set-up` otherwise, as a backup with holes is none. */
export async function connectBypassing(ownerUrl: string): Promise<Client> {
  const client = new Client(ownerUrl);
  await client.connect();
  const { rows } = await client.query<{ may: boolean }>(
    "select rolsuper or rolbypassrls as may from pg_roles where rolname = current_user",
  );
  if (rows[0]?.may === true) return client;
  await client.end();
  throw new AppError("not-set-up", {
    message:
      "A backup must see every row. Ask the database administrator for a role with BYPASSRLS and run: DATABASE_URL=… tuwai backup",
  });
}

/** Tables of the four schemas with parents before children, so that foreign keys hold while rows come back. */
export async function listTables(client: Client): Promise<readonly Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; parents: string[] }>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      array(select quote_ident(a.attname) from pg_attribute a
            where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select format('%I.%I', pn.nspname, p.relname) from pg_constraint k join pg_class p on p.oid = k.confrelid
            join pg_namespace pn on pn.oid = p.relnamespace where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as parents
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('app', 'audit', 'auth', 'pub') and c.relkind = 'r' order by 1`);
  const ordered: Table[] = [];
  const waiting = new Map(rows.map((row) => [row.name, row]));
  while (waiting.size > 0) {
    const next = [...waiting.values()].filter((row) => row.parents.every((parent) => !waiting.has(parent)));
    if (next.length === 0)
      throw new Error(`tables refer to each other in a circle: ${[...waiting.keys()].join(", ")}`);
    for (const { name, columns } of next) {
      waiting.delete(name);
      ordered.push({ name, columns });
    }
  }
  return ordered;
}

export async function listMigrations(
  client: Client,
): Promise<readonly { readonly name: string; readonly checksum: string }[]> {
  return (
    await client.query<{ name: string; checksum: string }>(
      "select name, checksum from app_private.migrations order by name",
    )
  ).rows;
}

/** The business moment of the snapshot. */
export async function readMoment(client: Client): Promise<Date> {
  return (await client.query<{ now: Date }>("select app.now() as now")).rows[0]!.now;
}

export function copyOut(client: Client, table: Table): Readable {
  return client.query(to(`copy ${table.name} (${table.columns.join(", ")}) to stdout`));
}

export function copyIn(client: Client, table: Table): Writable {
  return client.query(from(`copy ${table.name} (${table.columns.join(", ")}) from stdin`));
}

export async function countRows(client: Client, table: Table): Promise<number> {
  return Number((await client.query<{ n: string }>(`select count(*) as n from ${table.name}`)).rows[0]!.n);
}

/**
 * What a row went through when it came to be is not done again when it comes back: the books would be entered twice, a certificate get
 * another number. Only the trail is chained anew, as its links lie outside the backup.
 */
export async function restTriggers(client: Client): Promise<void> {
  for (const { name, chained } of await listTriggered(client)) {
    await client.query(`alter table ${name} disable trigger user`);
    if (chained) await client.query(`alter table ${name} enable trigger chain_new`);
  }
}

export async function wakeTriggers(client: Client): Promise<void> {
  for (const { name } of await listTriggered(client))
    await client.query(`alter table ${name} enable trigger user`);
}

async function listTriggered(
  client: Client,
): Promise<readonly { readonly name: string; readonly chained: boolean }[]> {
  const { rows } = await client.query<{ name: string; chained: boolean }>(`
    select format('%I.%I', n.nspname, c.relname) as name, bool_or(t.tgname = 'chain_new') as chained
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where not t.tgisinternal and n.nspname in ('app', 'audit', 'auth', 'pub') group by 1 order by 1`);
  return rows;
}

const pieceRows = 2000;
/** Only bytes, truth and documents are read as what they are; every other value stays the text that PostgreSQL wrote. */
const kinds: Readonly<Record<number, string>> = { 16: "bool", 17: "bytea", 114: "json", 3802: "jsonb" };

/** All rows of a table in pieces, times as text as PostgreSQL writes them; inside the caller's transaction. */
export async function* readPlainRows(
  client: Client,
  table: Table,
): AsyncGenerator<readonly Record<string, unknown>[], void> {
  await client.query(`declare plain_rows no scroll cursor for select * from ${table.name}`);
  for (;;) {
    const { rows } = await client.query<Record<string, unknown>>({
      text: `fetch ${pieceRows} from plain_rows`,
      types: { getTypeParser: (oid, format) => (oid in kinds ? types.getTypeParser(oid, format) : String) },
    });
    if (rows.length === 0) break;
    yield rows;
  }
  await client.query("close plain_rows");
}
