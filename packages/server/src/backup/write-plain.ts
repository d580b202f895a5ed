import { mkdirSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { AppError, type Config, sayDiskFull } from "#app";
import type { Keys } from "#keys";
import { sealPlaceOf } from "./seal-place.ts";
import { connectBypassing, listTables, readPlainRows, type Table } from "./backup.store.ts";

export type PlainSummary = { readonly folder: string; readonly rows: number; readonly tables: number };

type Row = Readonly<Record<string, unknown>>;

/** Sign-in secrets are of no use to another program, and lists of who is signed in are nobody's record. */
const kept = /^(app|audit|pub)\./;
const sealed = /_sealed$/;

/**
 * Everything a city has recorded as plain CSV (RFC 4180, UTF-8), one file for each table, of one moment: for leaving to another
 * program. Sealed numbers are opened, so the folder (0700) is as secret as the keys. Passwords, sessions, search digests and
 * the files as senders sent them are not in it. Throws `invalid-input` for a folder that is there already.
 */
export async function writePlain(
  config: Config,
  keys: Keys,
  folder: string,
  say: (line: string) => void = () => {},
): Promise<PlainSummary> {
  makeFolder(folder);
  const client = await connectBypassing(config.databaseUrl);
  try {
    await client.query("begin transaction isolation level repeatable read read only");
    const tables = (await listTables(client)).filter(({ name }) => kept.test(name));
    let rows = 0;
    for (const table of tables) {
      say(table.name);
      rows += await writeTable(join(folder, `${table.name}.csv`), table, readPlainRows(client, table), keys);
    }
    await client.query("commit");
    return { folder, rows, tables: tables.length };
  } catch (error) {
    return sayDiskFull(error);
  } finally {
    await client.end();
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    throw new AppError(
      "invalid-input",
      { message: "The folder is there already or cannot be made; nothing was written." },
      error,
    );
  }
}

async function writeTable(
  path: string,
  table: Table,
  pieces: AsyncIterable<readonly Row[]>,
  keys: Keys,
): Promise<number> {
  const file = await open(path, "wx", 0o600);
  let columns: readonly string[] | undefined;
  let count = 0;
  try {
    for await (const rows of pieces) {
      const lines = rows.map((row) => {
        const plain = plainRow(table.name, row, keys);
        columns ??= Object.keys(plain);
        return lineOf(columns.map((column) => plain[column]));
      });
      if (count === 0) lines.unshift(lineOf(columns ?? []));
      await file.writeFile(lines.join(""));
      count += rows.length;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return count;
}

function plainRow(table: string, row: Row, keys: Keys): Row {
  return Object.fromEntries(
    Object.entries(row).flatMap(([column, value]) => {
      if (sealed.test(column)) {
        const name = column.replace(sealed, "");
        const place = sealPlaceOf(table, (of) => String(row[of]), column);
        return [[name, Buffer.isBuffer(value) ? keys.open(value, place) : null]];
      }
      return Buffer.isBuffer(value) ? [] : [[column, value]];
    }),
  );
}

function lineOf(cells: readonly unknown[]): string {
  return `${cells.map(cellOf).join(",")}\r\n`;
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
