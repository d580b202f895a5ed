import type { TableRow } from "#intake";
import { ownCells } from "./find-columns.ts";

/** What a report says of itself above its table. */
export type ReportTitle = {
  readonly years: readonly number[];
  /** The village as it is written, in every way it is written. */
  readonly villages: readonly string[];
  readonly isDraft: boolean;
  /** What was spent, and no budget. */
  readonly isRealisation: boolean;
};

const village =
  /\b(?:desa|nagari|kelurahan)\s*:?\s+(?!tahun|nomor|no\b|tentang|dan\b|kecamatan|kabupaten|kota\b|desa\b)([\p{L}\d'’.\- ]+?)(?=\s+(?:kecamatan|kec\b|kabupaten|kab\b|kota\b|tahun|nomor|no\b|provinsi|tentang|ta\b)|\s*[,;:()/]|$)/giu;
const year = /\b(?:tahun(?: anggaran)?|t\.?a\.?)\s*:?\s*(20\d\d)\b/gi;

export function readTitle(rows: readonly TableRow[]): ReportTitle {
  const lines = rows.map((row) => textOf(row).slice(0, mostCharacters));
  const all = lines.join("\n");
  const named = lines.flatMap((line) => [...line.matchAll(village)].map(([, name = ""]) => bare(name)));
  return {
    years: [...new Set([...all.matchAll(year)].map(([, digits]) => Number(digits)))],
    villages: [...new Set(named.filter((name) => name !== ""))],
    isDraft: /\brancangan\b|\brapb/i.test(all),
    isRealisation: /\brealisasi\b/i.test(all),
  };
}

/** Nobody writes a longer line above a table. */
const mostCharacters = 300;

const textOf = (row: TableRow): string =>
  ownCells(row)
    .map(({ text }) => text.replaceAll(/\s+/g, " ").trim())
    .join(" ");

/** "2001 - Naras I" is Naras I. */
const bare = (name: string): string =>
  name
    .replace(/^[\d.]+\s*[-–:]?\s*/, "")
    .trim()
    .slice(0, 80);
