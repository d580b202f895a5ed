import { timingSafeEqual } from "node:crypto";
import type { App } from "#app";

/** The two columns by which a file of faulty rows comes back to its list. */
export const returnHeaders = { code: "Kode impor", key: "Kunci baris" } as const;

export type SealedPlace = { readonly sheet: number; readonly row: number; readonly version: number };

/** "1-5-0-9F3A…": sheet, row and version of the row, with a digest that no other list and nobody without our key can make. */
export function sealRow(app: App, batchId: string, place: SealedPlace): string {
  return `${place.sheet}-${place.row}-${place.version}-${signOf(app, batchId, place)}`;
}

/** The place a key names; null for a key that was changed or belongs to another list. */
export function openRowSeal(app: App, batchId: string, text: string): SealedPlace | null {
  const [, sheet, row, version, sign = ""] =
    /^(\d{1,4})-(\d{1,7})-(\d{1,6})-([0-9A-F]{16})$/.exec(text.trim().toUpperCase()) ?? [];
  if (sheet === undefined) return null;
  const place = { sheet: Number(sheet), row: Number(row), version: Number(version) };
  return timingSafeEqual(Buffer.from(sign), Buffer.from(signOf(app, batchId, place))) ? place : null;
}

function signOf(app: App, batchId: string, { sheet, row, version }: SealedPlace): string {
  const digest = app.keys.digest("import-row-key", `${batchId}|${sheet}|${row}|${version}`);
  return digest.toString("hex").slice(0, 16).toUpperCase();
}
