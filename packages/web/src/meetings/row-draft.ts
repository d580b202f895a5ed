import type { TablePage, TableRow } from "./load-table.ts";
import { sumOf } from "./fill-sums.ts";

/** One row as it is being typed. */
export type Draft = { readonly orang: string; readonly bulan: string; readonly sumber: string };

type Village = TablePage["villages"][number];

/** What a row holds before anybody types in it: what stands, or nothing but what is usual. */
export function startOf(row: TableRow, { sources }: Village): Draft {
  return {
    orang: row.heads > 0 ? String(row.heads) : "",
    bulan: String(row.months ?? 12),
    sumber: row.source ?? sources[0] ?? "",
  };
}

/** Rupiah of a draft, as the server will count it. */
export const sumOfDraft = (draft: Draft, { groups }: Village): number =>
  sumOf({ ...draft, alasan: "", yakin: false, bagi: {} }, groups);

export const villageOf = (page: TablePage, code: string): Village =>
  page.villages.find((one) => one.code === code)!;
