import { createReadStream, existsSync, readdirSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Config, sayDiskFull, syncFolder } from "#app";
import type { Keys } from "#keys";
import {
  connectBypassing,
  copyOut,
  countRows,
  listMigrations,
  listTables,
  readMoment,
} from "./backup.store.ts";
import { openFrameWriter } from "./frames.ts";

export type BackupSummary = {
  readonly path: string;
  readonly rows: number;
  readonly tables: number;
  readonly files: number;
};

const bodyBytes = 4 * 1024 * 1024;

/**
 * Everything in one file, sealed with the installation's keys: all rows of one moment (one REPEATABLE READ snapshot) and the
 * sealed uploads. The keys themselves are not in it: keep them apart. Written beside and renamed, so a file that bears the
 * name is whole. Needs a role that bypasses row policies.
 */
export async function writeBackup(
  config: Config,
  keys: Keys,
  path: string,
  say: (line: string) => void = () => {},
): Promise<BackupSummary> {
  const client = await connectBypassing(config.databaseUrl);
  const writer = await openFrameWriter(`${path}.new`, keys);
  try {
    await client.query("begin transaction isolation level repeatable read read only");
    const migrations = await listMigrations(client);
    await writer.write({
      type: "manifest",
      manifest: {
        format: 1,
        madeAt: (await readMoment(client)).toISOString(),
        regionCode: config.regionCode,
        keyFingerprint: keys.fingerprint,
        migrations,
      },
    });
    const rows: Record<string, number> = {};
    for (const table of await listTables(client)) {
      say(table.name);
      await writer.write({ type: "table", table: table.name, columns: table.columns });
      for await (const body of inPieces(copyOut(client, table))) await writer.write({ type: "data" }, body);
      rows[table.name] = await countRows(client, table);
    }
    await client.query("commit");
    const files = await writeUploads(join(config.dataDir, "uploads"), writer);
    await writer.write({ type: "end", rows, files });
    await writer.close();
    await rename(`${path}.new`, path);
    await syncFolder(dirname(path));
    return {
      path,
      rows: Object.values(rows).reduce((sum, count) => sum + count, 0),
      tables: Object.keys(rows).length,
      files,
    };
  } catch (error) {
    await writer.close().catch(() => {});
    await rm(`${path}.new`, { force: true });
    return sayDiskFull(error);
  } finally {
    await client.end();
  }
}

async function writeUploads(
  folder: string,
  writer: Awaited<ReturnType<typeof openFrameWriter>>,
): Promise<number> {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => !name.endsWith(".new")) : [];
  for (const name of names) {
    await writer.write({ type: "file", name, mode: "start" });
    for await (const body of inPieces(createReadStream(join(folder, name))))
      await writer.write({ type: "file", name, mode: "more" }, body);
  }
  return names.length;
}

/** Chunks gathered into pieces of about 4 MiB. */
async function* inPieces(source: AsyncIterable<unknown>): AsyncGenerator<Buffer, void> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    waiting.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size < bodyBytes) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(waiting);
}
