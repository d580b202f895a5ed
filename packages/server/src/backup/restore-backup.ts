import { mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { AppError, type Config, sayDiskFull, writeWhole } from "#app";
import { holdsData, migrate } from "#database";
import type { Keys } from "#keys";
import {
  connectBypassing,
  copyIn,
  countRows,
  listMigrations,
  listTables,
  restTriggers,
  wakeTriggers,
  type BypassingClient,
  type Table,
} from "./backup.store.ts";
import { type Frame, type FrameHead, type Manifest, readFrames } from "./frames.ts";
import { brokenOff, openBackup } from "./open-backup.ts";

/**
 * Brings a backup into an empty database, all or nothing, and proves it by counting every table. The whole file is opened
 * once before anything is touched, so that a damaged one leaves the database as empty as it was. Rows come into the schema of
 * their own time and are brought up to date afterwards, as by an upgrade. The installation's restore
 * epoch goes up by one, so that whoever still holds later work knows to send it again.
 * Throws `conflict` when the database already holds data, `invalid-input` when the file cannot be trusted.
 */
export async function restoreBackup(
  config: Config,
  keys: Keys,
  path: string,
): Promise<{ readonly rows: number; readonly madeAt: string }> {
  if (await holdsData(config.databaseUrl)) {
    throw new AppError("conflict", {
      message: "The database already holds a city. Restore into an empty database; nothing was changed.",
    });
  }
  const manifest = await openBackup(config, keys, path);
  const options = { keys, regionCode: config.regionCode, production: false };
  await migrate(config.databaseUrl, { ...options, only: manifest.migrations.map(({ name }) => name) });
  const client = await connectBypassing(config.databaseUrl);
  const frames = readFrames(path, keys);
  try {
    await requireSameSchema(client, manifest);
    await client.query("begin");
    await restTriggers(client);
    const end = await takeFrames(client, config, frames);
    await requireCounts(client, end.rows);
    // Who was signed in then is not by that signed in now.
    await client.query('delete from auth."session"');
    await client.query('delete from auth."verification"');
    await wakeTriggers(client);
    await client.query("update app_private.installation set restore_epoch = restore_epoch + 1");
    await client.query("commit");
    await migrate(config.databaseUrl, options);
    return { rows: Object.values(end.rows).reduce((sum, count) => sum + count, 0), madeAt: manifest.madeAt };
  } catch (error) {
    await client.query("rollback");
    return sayDiskFull(error);
  } finally {
    await frames.return();
    await client.end();
  }
}

type End = Extract<FrameHead, { readonly type: "end" }>;

async function takeFrames(
  client: BypassingClient,
  config: Config,
  frames: AsyncGenerator<Frame, void>,
): Promise<End> {
  let frame = await nextOf(frames);
  /** The rows of one table; leaves `frame` at the first piece behind them. */
  async function* rows() {
    for (frame = await nextOf(frames); frame.head.type === "data"; frame = await nextOf(frames))
      yield frame.body;
  }
  for (;;) {
    const { head, body } = frame;
    if (head.type === "end") return head;
    if (head.type === "table") {
      // Should a piece fail, the pipeline breaks off the copy; the connection would wait for its rest for ever.
      await pipeline(rows(), copyIn(client, tableOf(head)));
      continue;
    }
    if (head.type === "file") await takeFile(config, head, body);
    frame = await nextOf(frames);
  }
}

async function nextOf(frames: AsyncGenerator<Frame, void>): Promise<Frame> {
  const next = await frames.next();
  if (next.done === true) throw brokenOff();
  return next.value;
}

async function takeFile(
  config: Config,
  head: Extract<FrameHead, { readonly type: "file" }>,
  body: Buffer,
): Promise<void> {
  if (!/^[0-9a-f-]{36}$/.test(head.name))
    throw new AppError("invalid-input", { message: "The backup names a file outside the uploads." });
  await mkdir(join(config.dataDir, "uploads"), { recursive: true, mode: 0o700 });
  const file = await open(
    join(config.dataDir, "uploads", head.name),
    head.mode === "start" ? "w" : "a",
    0o600,
  );
  try {
    await writeWhole(file, body);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Names go into SQL text: only what our own backup writes is let through. */
function tableOf(head: Extract<FrameHead, { readonly type: "table" }>): Table {
  const isTable = /^(?:app|audit|auth|pub)\.(?:[a-z0-9_]+|"[A-Za-z]+")$/.test(head.table);
  const isColumns = head.columns.every((column) => /^(?:[a-z0-9_]+|"[A-Za-z]+")$/.test(column));
  if (!isTable || !isColumns) {
    throw new AppError("invalid-input", { message: "The backup names an unknown table." });
  }
  return { name: head.table, columns: head.columns };
}

async function requireSameSchema(client: BypassingClient, manifest: Manifest): Promise<void> {
  const own = await listMigrations(client);
  if (textOf(own) === textOf(manifest.migrations)) return;
  throw new AppError("invalid-input", {
    message:
      "The backup was made by a newer version of the program. Restore it with that version; nothing was kept.",
  });
}

async function requireCounts(
  client: BypassingClient,
  expected: Readonly<Record<string, number>>,
): Promise<void> {
  for (const table of await listTables(client)) {
    if ((await countRows(client, table)) !== (expected[table.name] ?? 0)) {
      throw new AppError("invalid-input", {
        message: `After restoring, ${table.name} does not hold as many rows as the backup says; nothing was kept.`,
      });
    }
  }
}

function textOf(migrations: Manifest["migrations"]): string {
  return migrations.map(({ name, checksum }) => `${name} ${checksum}`).join("\n");
}
