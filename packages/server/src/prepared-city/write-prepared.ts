import { open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { type App, AppError, sayDiskFull, syncFolder } from "#app";
import { connectBypassing, listMigrations, readMoment } from "#backup";
import { listUploads, withUpload } from "#imports";
import { none, readCopyRows } from "./copy-text.ts";
import { newKnown, openRows, sealedJson, textSaid } from "./open-values.ts";
import { shredJson } from "./shred-json.ts";
import { packPiece, writePreparedFile } from "./prepared-file.ts";
import {
  beginReading,
  copyRowsOut,
  listPreparedTables,
  listSizes,
  type PreparedTable,
  strands,
  trail,
} from "./prepared.store.ts";

export type PreparedSummary = {
  readonly path: string;
  readonly rows: Readonly<Record<string, number>>;
  readonly bytes: number;
  /** Of the largest tables, how many bytes of the file are theirs. */
  readonly largest: Readonly<Record<string, number>>;
};

type Packing = {
  readonly path: string;
  /** How the city was made: seed, scale, months. */
  readonly made: Readonly<Record<string, number>>;
  /** Files beside the city that its people need, by the path they lie under in the data folder. */
  readonly files: Readonly<Record<string, Buffer>>;
};

type Client = Awaited<ReturnType<typeof connectBypassing>>;
const pieceRows = 100_000;

/**
 * A demo city in one small file that no key is in: identity numbers stand readable in it, as nobody bears them. Another
 * installation restores it under its own keys. Throws `forbidden` for a city of real people.
 */
export async function writePrepared(app: App, { path, made, files }: Packing): Promise<PreparedSummary> {
  if (!app.config.demo) throw new AppError("forbidden", { reason: "prepared-cities-are-for-demo" });
  const client = await connectBypassing(app.config.databaseUrl);
  try {
    await beginReading(client);
    const pieces: Buffer[] = [];
    const sizes: Record<string, number> = {};
    const rows: Record<string, number> = {};
    const known = newKnown(app.keys);
    for (const table of [...(await listPreparedTables(client)), trail, strands]) {
      const packed = await packTable(client, table, openRows(table, known));
      pieces.push(...packed.pieces);
      rows[table.table] = packed.rows;
      sizes[table.table] = packed.pieces.reduce((sum, piece) => sum + piece.length, 0);
    }
    const originals = await listSizes(client);
    for (const id of await listUploads(app))
      pieces.push(await packOriginal(app, { id, fileBytes: originals.get(id)! }));
    for (const [name, body] of Object.entries(files))
      pieces.push(await packPiece({ type: "file", path: name }, body));
    const manifest = {
      format: 1,
      regionCode: app.config.regionCode,
      endsAt: (await readMoment(client)).toISOString(),
      made,
      migrations: await listMigrations(client),
      rows,
    } as const;
    await write(path, (file) => writePreparedFile(file, manifest, pieces));
    return {
      path,
      rows,
      bytes: pieces.reduce((sum, piece) => sum + piece.length, 0),
      largest: Object.fromEntries(
        Object.entries(sizes)
          .toSorted(([, a], [, b]) => b - a)
          .slice(0, 20),
      ),
    };
  } finally {
    await client.end();
  }
}

async function packTable(
  client: Client,
  table: PreparedTable,
  opened: (fields: string[]) => string[],
): Promise<{ readonly pieces: readonly Buffer[]; readonly rows: number }> {
  const pieces: Buffer[] = [];
  let waiting: string[][] = [];
  let rows = 0;
  const pack = async () => {
    if (waiting.length > 0) pieces.push(await packRows(table, waiting));
    rows += waiting.length;
    waiting = [];
  };
  for await (const some of readCopyRows(copyRowsOut(client, table))) {
    for (const fields of some) waiting.push(opened(fields));
    if (waiting.length >= pieceRows) await pack();
  }
  await pack();
  return { pieces, rows };
}

function packRows({ table, columns }: PreparedTable, rows: readonly string[][]): Promise<Buffer> {
  const packed = columns.map((column, place) => {
    const fields = rows.map((row) => row[place]!);
    if (!sealedJson.has(`${table}.${column}`)) return { bodies: [Buffer.from(fields.join("\n"))] };
    const { shapes, streams } = shredJson(fields.map((field) => (field === none ? null : textSaid(field))));
    return { shapes, bodies: streams.map((stream) => Buffer.from(stream)) };
  });
  const parts = packed.map(({ bodies, ...shapes }) => ({
    sizes: bodies.map(({ length }) => length),
    ...shapes,
  }));
  const body = Buffer.concat(packed.flatMap(({ bodies }) => bodies));
  return packPiece({ type: "rows", table, columns, rows: rows.length, parts }, body);
}

function packOriginal(app: App, batch: { readonly id: string; readonly fileBytes: number }): Promise<Buffer> {
  return withUpload(app, batch, async (path) =>
    packPiece({ type: "original", id: batch.id }, await readFile(path)),
  );
}

async function write(
  path: string,
  work: (file: Awaited<ReturnType<typeof open>>) => Promise<void>,
): Promise<void> {
  const unfinished = `${path}.new`;
  const file = await open(unfinished, "w");
  try {
    await work(file);
    await file.sync();
    await file.close();
    await rename(unfinished, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(unfinished, { force: true });
    sayDiskFull(error);
  }
}
