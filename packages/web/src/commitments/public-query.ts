import type { PublicStatus } from "@tuwai/domain/commitments";
import type { PublicVillage } from "@tuwai/server/commitments";

export const publicStatuses = [
  "kept",
  "on-the-way",
  "late",
  "year-over-without-budget",
  "not-checkable",
  "withdrawn",
  "silent",
] as const satisfies readonly PublicStatus[];

/** What the address of the public list says; what is none of ours counts as not said. */
export type PublicQuery = {
  readonly status: PublicStatus | "";
  readonly kecamatan: string;
  /** Vulnerable workers, whose need and money are rounded, instead of the offices, which are exact. */
  readonly isVulnerable: boolean;
};

export function readPublicQuery(search: URLSearchParams): PublicQuery {
  return {
    status: publicStatuses.find((one) => one === search.get("status")) ?? "",
    kecamatan: search.get("kec") ?? "",
    isVulnerable: search.get("kelompok") === "rentan",
  };
}

/** The same as an address, so that a file holds what the page shows. */
export function publicSearch({ status, kecamatan, isVulnerable }: PublicQuery, year: number): string {
  const search = new URLSearchParams({ tahun: String(year) });
  if (kecamatan !== "") search.set("kec", kecamatan);
  if (status !== "") search.set("status", status);
  if (isVulnerable) search.set("kelompok", "rentan");
  return `?${search}`;
}

export type PublicRow = {
  readonly villageCode: string;
  readonly name: string;
  readonly need: number | null;
  readonly promised: number;
  readonly budgeted: number;
  readonly paid: number | null;
  readonly status: PublicStatus;
};

/** The villages asked for, who promised least of its need first; where need is withheld a village stands last. */
export function publicRows(villages: readonly PublicVillage[], query: PublicQuery): readonly PublicRow[] {
  return villages
    .filter(({ kecamatanCode }) => query.kecamatan === "" || kecamatanCode === query.kecamatan)
    .map((village): PublicRow => {
      const { villageCode, name } = village;
      const { need, promised, budgeted, paid, status } = query.isVulnerable ? village.vulnerable : village;
      return { villageCode, name, need, promised, budgeted, paid, status };
    })
    .filter(({ status }) => query.status === "" || status === query.status)
    .toSorted((a, b) => gapOf(b) - gapOf(a));
}

const gapOf = ({ need, promised }: PublicRow): number => (need === null ? -Infinity : need - promised);

/** What is known of them; what is withheld counts for nothing, and how many are is said beside. */
export function publicTotals(rows: readonly PublicRow[]) {
  const sum = (of: (row: PublicRow) => number | null) => rows.reduce((all, row) => all + (of(row) ?? 0), 0);
  const counted = rows.filter(({ need }) => need !== null);
  return {
    need: sum(({ need }) => need),
    promised: sum(({ promised }) => promised),
    budgeted: sum(({ budgeted }) => budgeted),
    paid: sum(({ paid }) => paid),
    /** Of villages whose need is known: what nobody has promised of it. */
    open: counted.reduce((all, row) => all + Math.max(0, (row.need ?? 0) - row.promised), 0),
    withheld: rows.filter(({ need, paid }) => need === null || paid === null).length,
    unbudgeted: rows.filter(({ promised, budgeted }) => promised > 0 && budgeted === 0).length,
    silent: rows.filter(({ status }) => status === "silent").length,
  };
}
