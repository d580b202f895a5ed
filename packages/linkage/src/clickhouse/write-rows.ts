import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { finished } from "node:stream/promises";
import type { Engine, Side } from "#stages";

/** Ids by record number. */
export async function readIds(engine: Engine, side: Side): Promise<string[]> {
  const { ids } = await engine.one(
    `SELECT groupArray(uid) AS ids FROM (SELECT uid FROM records_${side} ORDER BY id)`,
  );
  return ids as string[];
}

/** Writes rows as CSV beside the target and renames it: a kill leaves the old file or none, never half of one. */
export async function writeRows(
  file: string,
  header: readonly string[],
  rows: Iterable<readonly string[]>,
): Promise<void> {
  const unfinished = `${file}.unfinished`;
  try {
    const stream = createWriteStream(unfinished);
    stream.write(`${header.join(",")}\n`);
    for (const row of rows)
      if (!stream.write(`${row.map(csvField).join(",")}\n`)) await once(stream, "drain");
    stream.end();
    await finished(stream);
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}

const csvField = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
