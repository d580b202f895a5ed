import type { RowKind, TruthRow } from "./village-workbook.ts";

/** Defects that a careful importer holds back until a human being repairs the row. */
const BLOCKING: ReadonlySet<string> = new Set([
  "nik-numeric", "family-card-numeric", "nik-length", "nik-placeholder", "nik-impossible-date", "nik-impossible-region",
  "same-nik-other-name",
  "name-missing", "birth-date-impossible", "village-foreign", "noted-dead", "noted-moved", "unidentified",
]); // oxfmt-ignore

/** What an import of one file must count; `read` is the number of physical rows of the sheet with the people. */
export type ExpectedCounts = {
  readonly read: number;
  readonly headerOrNote: number;
  readonly blank: number;
  readonly data: number;
  /** Rows that repeat an earlier one word for word. */
  readonly duplicate: number;
  /** Rows with at least one blocking defect, repeats left out. */
  readonly blocking: number;
  readonly defects: Readonly<Record<string, number>>;
};

export type FileTruth = {
  readonly file: string;
  readonly kind: "village-list" | "dtsen" | "bpjs-members" | "civil-servants" | "village-officers";
  readonly villageCode: string | null;
  readonly sheet: string | null;
  readonly expected: ExpectedCounts;
};

export function countTruth(rows: readonly TruthRow[]): ExpectedCounts {
  const ofKind = (...kinds: RowKind[]): number => rows.filter((row) => kinds.includes(row.kind)).length;
  const repeats = rows.filter((row) => row.defects.includes("repeat-exact"));
  const defects: Record<string, number> = {};
  for (const code of rows.flatMap((row) => row.defects)) defects[code] = (defects[code] ?? 0) + 1;
  return {
    read: rows.length,
    headerOrNote: ofKind("title", "header", "note", "total"),
    blank: ofKind("blank"),
    data: ofKind("data"),
    duplicate: repeats.length,
    blocking: rows.filter((row) => !repeats.includes(row) && row.defects.some((code) => BLOCKING.has(code)))
      .length,
    defects: Object.fromEntries(Object.entries(defects).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}
