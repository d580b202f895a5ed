import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import { toCsv } from "#exports";
import type { Release } from "./get-releases.ts";
import type { ReleaseTable } from "./release-table.ts";

export type ReleaseFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

/** What stands beside the figures in words: they come from the language of whoever asks. */
export type ReleaseWords = {
  readonly readme: string;
  /** What a source is called. */
  readonly source: (name: string) => string;
  /** By code of a column what it holds. */
  readonly columns: Readonly<Record<string, string>>;
};

/**
 * A file of a release by its name: `<table>.csv`, `metadata.json`, or `<month>.zip` with all of them and a readme; undefined for other
 * names. Written from what is frozen and nothing else, so that every download of a release is the same.
 */
export async function releaseFile(
  release: Release,
  name: string,
  words: ReleaseWords,
): Promise<ReleaseFile | undefined> {
  const table = release.tables.find((one) => `${one.name}.csv` === name);
  if (table !== undefined)
    return { name: fileName(release, name), type: "text/csv; charset=utf-8", bytes: csvOf(table) };
  if (name === "metadata.json")
    return { name: fileName(release, name), type: "application/json", bytes: metadataOf(release, words) };
  if (name !== "semua.zip") return undefined;
  return { name: `rilis_${release.month}.zip`, type: "application/zip", bytes: await zipOf(release, words) };
}

const fileName = ({ month }: Release, name: string): string => `rilis_${month}_${name}`;

/** As Excel in Indonesian opens it: a mark, semicolons, and decimals with a comma. */
function csvOf({ columns, rows }: ReleaseTable): Uint8Array {
  const table = { columns: columns.map((header) => ({ header, kind: "number" as const })), rows };
  return Buffer.from(toCsv(table, { separator: ";", hasMark: true }));
}

function metadataOf(release: Release, { columns, source }: ReleaseWords): Uint8Array {
  const {
    month,
    number,
    definition,
    citationCode,
    sources,
    asOfNumerator,
    asOfDenominator,
    releasedAt,
    tables,
    notices,
  } = release;
  const told = {
    month,
    number,
    definition,
    citation: citationCode,
    sources: sources.map((one) => ({ ...one, name: source(one.name) })),
    asOf: { numerator: asOfNumerator, denominator: asOfDenominator },
    releasedAt,
    notices: notices.map(({ words, notedAt }) => ({ words, notedAt })),
    tables: tables.map((table) => ({
      name: table.name,
      file: `${table.name}.csv`,
      rows: table.rows.length,
      columns: table.columns.map((code) => ({ code, holds: columns[code] ?? code })),
    })),
  };
  return Buffer.from(`${JSON.stringify(told, null, 2)}\n`);
}

async function zipOf(release: Release, words: ReleaseWords): Promise<Uint8Array> {
  const zip = new ZipFile();
  // The moment of the release, so that the same release is the same file.
  const entry = { mtime: release.releasedAt };
  zip.addBuffer(Buffer.from(words.readme), "BACA-DULU.txt", entry);
  zip.addBuffer(Buffer.from(metadataOf(release, words)), "metadata.json", entry);
  for (const table of release.tables) zip.addBuffer(Buffer.from(csvOf(table)), `${table.name}.csv`, entry);
  zip.end();
  return buffer(zip.outputStream);
}
