import { createHash } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError, type Config, withOpenedFolder } from "#app";
import { connectBypassing, listMigrations } from "#backup";
import { migrate } from "#database";
import { saveUpload } from "#imports";
import type { Keys } from "#keys";
import { restoreBooks } from "#ledger";
import { none } from "./copy-text.ts";
import { newKnown, sayText, sealRows } from "./open-values.ts";
import { type Manifest, type Piece, readManifest, readPieces, unusable } from "./prepared-file.ts";
import {
  beginRestoring,
  chainTrail,
  copyRowsIn,
  countTable,
  endRestoring,
  listPreparedTables,
  makeWaitingRooms,
  mayRestore,
  strands,
  trail,
} from "./prepared.store.ts";
import { joinJson } from "./shred-json.ts";
import { isUntouched } from "./untouched.view.ts";

type Client = Awaited<ReturnType<typeof connectBypassing>>;
type Place = { readonly config: Config; readonly keys: Keys };

/** What a file says of itself; null where there is none for this city, or none that may come into this database. */
export async function findPrepared(config: Config, path: string): Promise<Manifest | null> {
  if (!config.demo || config.fixedNow !== null) return null;
  const manifest = await readManifest(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (manifest?.regionCode !== config.regionCode) return null;
  const { untouched, migrations } = await isUntouched(config.databaseUrl);
  const known = new Set(manifest.migrations.map(({ name }) => name));
  if (!untouched || migrations.some((name) => !known.has(name))) return null;
  const client = await connectBypassing(config.databaseUrl).catch(() => null);
  if (client === null) return null;
  try {
    return (await mayRestore(client)) ? manifest : null;
  } finally {
    await client.end();
  }
}

/**
 * Brings a prepared city into a database that nobody has used, all or nothing: the schema of its own time, the rows sealed under
 * this city's keys, hash chains made anew and compared. Later migrations follow as they do for every city. Throws `conflict` where
 * something stands already, `invalid-input` when the file cannot be used.
 */
export async function restorePrepared(place: Place, path: string): Promise<Manifest> {
  const { config, keys } = place;
  const manifest = await findPrepared(config, path);
  if (manifest === null)
    throw new AppError("conflict", { message: "A prepared city goes into an empty database of a demo; nothing was changed." }); // prettier-ignore
  const only = manifest.migrations.map(({ name }) => name);
  await migrate(config.databaseUrl, { keys, regionCode: config.regionCode, production: false, only });
  const client = await connectBypassing(config.databaseUrl);
  try {
    requireSame(await listMigrations(client), manifest);
    const indexes = await beginRestoring(client, await listPreparedTables(client));
    await makeWaitingRooms(client);
    await takePieces(client, place, path);
    if (!(await restoreBooks(client))) throw unusable("the books do not end where their head says");
    if (!(await chainTrail(client))) throw unusable("the trail does not end where its strands say");
    for (const [table, rows] of Object.entries(manifest.rows))
      if ((await countTable(client, table)) !== rows) throw unusable(`${table} does not hold ${rows} rows`);
    await endRestoring(client, indexes, manifest.endsAt);
    return manifest;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    await client.end();
  }
}

function requireSame(own: Manifest["migrations"], manifest: Manifest): void {
  if (textOf(own) !== textOf(manifest.migrations)) throw unusable("it was made by another program");
}

function textOf(migrations: Manifest["migrations"]): string {
  return migrations.map(({ name, checksum }) => `${name} ${checksum}`).join("\n");
}

async function takePieces(client: Client, place: Place, path: string): Promise<void> {
  const known = newKnown(place.keys);
  const tables = new Map(
    [...(await listPreparedTables(client)), trail, strands].map((table) => [table.table, table]),
  );
  for await (const { piece, body } of readPieces(path)) {
    if (piece.type === "original") await takeOriginal(place, piece.id, body);
    if (piece.type === "file") await takeFile(place.config, piece.path, body);
    if (piece.type !== "rows") continue;
    const table = tables.get(piece.table);
    if (table?.columns.join() !== piece.columns.join()) throw unusable(`${piece.table} has other columns`);
    const lines = linesOf(piece, body, sealRows(table, known));
    // Should a row fail, the pipeline breaks off the copy; the connection would wait for its rest for ever.
    await pipeline(Readable.from(lines), copyRowsIn(client, table));
  }
}

const linesAtOnce = 500;

function* linesOf(
  { rows, parts }: RowsPiece,
  body: Buffer,
  sealed: (fields: string[]) => string[],
): Generator<Buffer, void> {
  const columns = columnsOf(parts, body);
  for (let first = 0; first < rows; first += linesAtOnce) {
    let text = "";
    for (let row = first; row < Math.min(rows, first + linesAtOnce); row += 1)
      text += `${sealed(columns.map((next) => next())).join("\t")}\n`;
    yield Buffer.from(text);
  }
}

type RowsPiece = Extract<Piece, { readonly type: "rows" }>;

/** For each column what gives its fields, one after the other. */
function columnsOf(parts: RowsPiece["parts"], body: Buffer): readonly (() => string)[] {
  let from = 0;
  return parts.map(({ sizes, shapes }) => {
    const streams = sizes.map((size) => body.toString("utf8", from, (from += size)));
    if (shapes === undefined) {
      const fields = streams[0]!.split("\n");
      let row = 0;
      return () => fields[row++]!;
    }
    const texts = joinJson({ shapes, streams });
    return () => {
      const text = texts.next().value;
      return text === null || text === undefined ? none : sayText(text);
    };
  });
}

function takeOriginal({ config, keys }: Place, id: string, body: Buffer): Promise<void> {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw unusable("it names a file outside the originals");
  return withOpenedFolder(config.dataDir, async (folder) => {
    const path = join(folder, "original");
    await writeFile(path, body, { mode: 0o600 });
    const hash = createHash("sha256").update(body).digest();
    await saveUpload({ config, keys }, id, { path, bytes: body.length, hash });
  });
}

async function takeFile({ dataDir }: Config, name: string, body: Buffer): Promise<void> {
  const path = resolve(dataDir, name);
  if (!path.startsWith(`${resolve(dataDir)}${sep}`))
    throw unusable("it names a file outside the data folder");
  await mkdir(dirname(path), { recursive: true });
  await rm(path, { force: true });
  await writeFile(path, body);
}
