import type { Group } from "#grants";
import type { RateSource } from "#law";
import { commitmentGroups, type VillageKind } from "./commitment-group.ts";

/** ADD, PADes, a share of taxes and levies, Dana Desa; of a kelurahan the execution document of the city's budget. */
export const fundSources = ["add", "pades", "bhprd", "dana-desa", "apbd"] as const;
export type CommitmentSource = (typeof fundSources)[number];

/** `check`: nobody public says, or only from memory; never silently yes or no. */
export type FundVerdict = "allowed" | "barred" | "check";

export type FundRow = {
  readonly source: CommitmentSource;
  readonly kind: VillageKind;
  readonly groups: readonly Group[];
  readonly fromYear: number;
  /** The last year it holds for; null while nothing newer is known. */
  readonly untilYear: number | null;
  readonly verdict: FundVerdict;
  readonly law: RateSource;
};

const pangkep: RateSource = {
  instrument: "praktik Kabupaten Pangkep 2025 (65 desa)",
  article: "iuran dari anggaran desa",
  mark: "reported",
};
const tulungagung: RateSource = {
  instrument: "Perkades contoh Tulungagung, Perbup tahunan",
  article: "ADD untuk kepala desa, perangkat, BPD, lembaga desa",
  mark: "reported",
};
const rtRw: RateSource = {
  instrument: "praktik Tulungagung dan Klaten 2022",
  article: "RT/RW dari ADD, PADes, pendapatan lain; bukan Dana Desa",
  mark: "reported",
};
const chart: RateSource = {
  instrument: "Permendagri 20/2018",
  article: "lampiran: 1.1.03, 5.1.3.03, 5.1.3.04",
  mark: "reported",
};
const dpa: RateSource = {
  instrument: "APBD kota, DPA kecamatan atau kelurahan",
  article: "belanja kelurahan",
  mark: "from-memory",
};
const noVillageBudget: RateSource = {
  instrument: "UU 6/2014 dan UU 23/2014",
  article: "kelurahan tidak mempunyai APBDes",
  mark: "reported",
};
const of2024: RateSource = {
  instrument: "Permendagri 15/2023",
  article: "Dana Desa 2024 tidak untuk aparatur dan pekerja rentan",
  mark: "reported",
};
const of2026: RateSource = {
  instrument: "Permendes 16/2025",
  article: "Dana Desa 2026 terbuka untuk pekerja PKTD",
  mark: "reported",
};

const everybody = commitmentGroups;
const council: readonly Group[] = ["bpd"];
const row = (
  source: CommitmentSource,
  groups: readonly Group[],
  fromYear: number,
  of: Pick<FundRow, "verdict" | "law"> & Partial<Pick<FundRow, "kind" | "untilYear">>,
): FundRow => ({ source, groups, fromYear, kind: "desa", untilYear: null, ...of });

const ownMoney = ["add", "pades", "bhprd"] as const;

/** What the rules of each year allow, newest source last; what stands in no row is to be checked. Nobody has read the texts. */
export const fundRows: readonly FundRow[] = [
  ...ownMoney.flatMap((source) => [
    row(source, ["kades", "perangkat"], 2019, { verdict: "allowed", law: chart }),
    row(source, council, 2022, { verdict: "allowed", law: tulungagung }),
    row(source, ["rt-rw"], 2022, { verdict: "allowed", law: rtRw }),
    row(source, ["religious", "vulnerable"], 2025, { verdict: "allowed", law: pangkep }),
    row(source, everybody, 2019, { kind: "kelurahan", verdict: "barred", law: noVillageBudget }),
  ]),
  row("dana-desa", ["rt-rw"], 2022, { untilYear: 2022, verdict: "barred", law: rtRw }),
  row("dana-desa", everybody, 2024, { untilYear: 2024, verdict: "barred", law: of2024 }),
  row("dana-desa", ["pktd"], 2026, { untilYear: 2026, verdict: "allowed", law: of2026 }),
  row("dana-desa", everybody, 2019, { kind: "kelurahan", verdict: "barred", law: noVillageBudget }),
  row("apbd", everybody, 2019, { kind: "kelurahan", verdict: "check", law: dpa }),
];

export type FundAnswer = { readonly verdict: FundVerdict; readonly law: RateSource | null };

/** Whether a village of that kind may pay that group's contributions from that source in that year, and who says so. */
export function mayFund(asked: {
  readonly source: CommitmentSource;
  readonly kind: VillageKind;
  readonly group: Group;
  readonly year: number;
}): FundAnswer {
  const found = fundRows.findLast(
    ({ source, kind, groups, fromYear, untilYear }) =>
      source === asked.source &&
      kind === asked.kind &&
      groups.includes(asked.group) &&
      fromYear <= asked.year &&
      asked.year <= (untilYear ?? asked.year),
  );
  return found === undefined ? { verdict: "check", law: null } : { verdict: found.verdict, law: found.law };
}

/** From what a village of that kind can pay at all; Dana Desa last, as most years bar it. */
export const sourcesOf = (kind: VillageKind): readonly CommitmentSource[] =>
  kind === "kelurahan" ? ["apbd"] : ["add", "pades", "bhprd", "dana-desa"];

/** Account codes of Permendagri 20/2018 under activity 1.1.03; all others are local and have to be set by the city. */
export const accountsByLaw: Readonly<Partial<Record<Group, string>>> = {
  kades: "5.1.3.03",
  perangkat: "5.1.3.04",
};
