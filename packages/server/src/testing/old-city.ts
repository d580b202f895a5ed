import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { gunzipSync } from "node:zlib";
import { startPostgres } from "@tuwai/scripts/postgres";
import { Client } from "pg";
import { from } from "pg-copy-streams";

const fixture = resolve(import.meta.dirname, "../../testdata/upgrade");
const migrations = resolve(import.meta.dirname, "../../migrations");

type Migration = { readonly name: string; readonly checksum: string };

/** The logins that version made; later ones are made when today's program starts. */
const logins =
  "app_village app_kecamatan app_city app_bpjs app_sponsor app_finance app_public app_auth app_jobs".split(
    " ",
  );

export type OldCity = {
  readonly url: string;
  readonly dataDir: string;
  /** Rows as the owner sees them, columns spelt as in SQL. */
  readonly query: <Row>(statement: string) => Promise<readonly Row[]>;
  readonly close: () => Promise<void>;
};

/**
 * What the version of `testdata/upgrade` left behind: its data directory, and its database on a server of its own, as logins
 * belong to the whole server and theirs have passwords of the old keys.
 */
export async function openOldCity(folder: string): Promise<OldCity> {
  const dataDir = join(folder, "data");
  restoreDataDir(dataDir);
  const server = await startPostgres({ dataDir: join(folder, "server"), durable: false });
  const client = new Client(server.url);
  await client.connect();
  await restoreDatabase(client);
  return {
    url: server.url,
    dataDir,
    query: async <Row>(statement: string) => (await client.query(statement)).rows as Row[],
    close: async () => {
      await client.end();
      await server.stop();
    },
  };
}

/** The old schema by its own migrations, then every row. */
async function restoreDatabase(client: Client): Promise<void> {
  for (const login of logins) await client.query(`create role ${login} login noinherit`);
  await client.query("create schema app_private");
  await client.query(
    "create table app_private.migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())",
  );
  const applied = JSON.parse(read("migrations.json").toString()) as readonly Migration[];
  for (const { name, checksum } of applied) {
    await client.query(readFileSync(join(migrations, name), "utf8"));
    await client.query("insert into app_private.migrations (name, checksum) values ($1, $2)", [
      name,
      checksum,
    ]);
  }
  // As a copy of the files would be: no trigger fires a second time for what happened then.
  await client.query("set session_replication_role = replica");
  const dump = gunzipSync(read("city.sql.gz")).toString();
  for (const [, statement, rows] of dump.matchAll(/^(copy .* from stdin);\n([\s\S]*?)^\\\.$/gm))
    await pipeline(Readable.from([rows!]), client.query(from(statement!)));
  await client.query("set session_replication_role = origin");
}

function restoreDataDir(dataDir: string): void {
  const files = JSON.parse(gunzipSync(read("data.json.gz")).toString()) as Record<string, string>;
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dataDir, name)), { recursive: true, mode: 0o700 });
    writeFileSync(join(dataDir, name), Buffer.from(content, "base64"), { mode: 0o600 });
  }
}

const read = (name: string) => readFileSync(join(fixture, name));
