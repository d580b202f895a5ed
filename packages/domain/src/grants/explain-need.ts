import type { RateSource } from "#law";
import { priceOf, type Payer, type Programme, type Sector, type Segment } from "#contributions";
import { terbilang } from "#money";
import { listMonths, month, shiftMonth, type Month } from "#time";
import { countFullMonths } from "./explain-grant.ts";
import { pensionShares } from "./pension-share.ts";

export type Group =
  | "kades"
  | "perangkat"
  | "bpd"
  | "kader"
  | "rt-rw"
  | "religious"
  | "adat"
  | "vulnerable"
  | "pktd";

export type NeedGroup = {
  group: Group;
  heads: number;
  /** The reported wage in rupiah; null where there is none: the lowest base. */
  wage: number | null;
  segment: Segment;
  payer: Payer;
  sector?: Sector | undefined;
  programmes?: readonly (Programme | "jp")[] | undefined;
};

export type NeedFacts = {
  village: { kind: "desa" | "kelurahan" };
  year: number;
  /** From January on. */
  months: number;
  groups: readonly NeedGroup[];
};

/** `monthly` is that of the first month, `yearly` follows each month's price. */
export type NeedRow = {
  group: Group;
  heads: number;
  applicable: boolean;
  monthly: number;
  yearly: number;
  alternatives: { segment: Segment; monthly: number; yearly: number }[];
  sources: RateSource[];
};

export type NeedExplanation = {
  rows: NeedRow[];
  monthly: number;
  yearly: number;
  inWords: string;
  fullCoverMonths: number;
};

/** Bodies that a kelurahan does not have. */
const ofDesaOnly: readonly Group[] = ["kades", "bpd"];
/** Who may be enrolled as wage earners of the village as well as on their own. */
const officers: readonly Group[] = ["kades", "perangkat", "bpd", "kader", "rt-rw"];

/** What a village needs in a year to insure its groups; undefined where no row of law covers one of the months. */
export function explainNeed({ village, year, months, groups }: NeedFacts): NeedExplanation | undefined {
  const first = month(`${year}-01`);
  const all = listMonths(first, shiftMonth(first, months - 1));
  const full = countFullMonths(all);
  const rows = groups.map((group) => rowOf(group, village.kind, all));
  if (full === undefined || rows.some((row) => row === undefined)) return undefined;
  const known = rows.flatMap((row) => row ?? []);
  const sum = (of: (row: NeedRow) => number) => known.reduce((total, row) => total + of(row), 0);
  const yearly = sum((row) => row.yearly);
  return {
    rows: known,
    monthly: sum((row) => row.monthly),
    yearly,
    inWords: `${terbilang(yearly)} rupiah`,
    fullCoverMonths: sum(({ applicable, heads }) => (applicable ? heads * full : 0)),
  };
}

function rowOf(group: NeedGroup, kind: "desa" | "kelurahan", months: readonly Month[]): NeedRow | undefined {
  const { heads } = group;
  const named = { group: group.group, heads };
  if (kind === "kelurahan" && ofDesaOnly.includes(group.group))
    return { ...named, applicable: false, monthly: 0, yearly: 0, alternatives: [], sources: [] };
  const costs = costsOf(group, months);
  if (costs === undefined) return undefined;
  const others: readonly Segment[] = officers.includes(group.group) ? ["bpu", "pu-village"] : [];
  const alternatives = others
    .filter((segment) => segment !== group.segment)
    .flatMap((segment) => {
      const other = costsOf({ ...group, segment }, months);
      return other === undefined ? [] : [{ segment, monthly: other.monthly, yearly: other.yearly }];
    });
  return { ...named, applicable: true, ...costs, alternatives };
}

function costsOf({ heads, ...group }: NeedGroup, months: readonly Month[]) {
  const sources = new Map<string, RateSource>();
  const each = months.map((of) => priceOfHead(group, of, sources));
  if (each.some((price) => price === undefined)) return undefined;
  const prices = each.flatMap((price) => price ?? []);
  const yearly = prices.reduce((sum, price) => sum + price, 0) * heads;
  return { monthly: (prices[0] ?? 0) * heads, yearly, sources: [...sources.values()] };
}

function priceOfHead(
  { wage, segment, payer, sector = "other", programmes = ["jkk", "jkm"] }: Omit<NeedGroup, "heads">,
  of: Month,
  sources: Map<string, RateSource>,
): number | undefined {
  const insured = programmes.filter((programme) => programme !== "jp");
  const answer = priceOf({ segment, income: wage ?? 0, payer, sector, month: of, programmes: insured });
  if (answer.outcome === "no-rate") return undefined;
  for (const { rate, instrument, article, mark } of answer.price.parts.flatMap((part) => part.sources))
    sources.set(rate, { instrument, article, mark });
  if (insured.length === programmes.length || segment === "bpu") return answer.price.total;
  const base = answer.price.parts[0]?.basis.baseRupiah ?? 0;
  const pension = pensionShares.find(({ from, until }) => from <= of && of <= until);
  if (pension === undefined) return undefined;
  const { employerPerTenThousand, officerPerTenThousand, ceilingRupiah } = pension.value;
  sources.set(pension.id, pension.source);
  const share = employerPerTenThousand + officerPerTenThousand;
  return answer.price.total + Math.round((Math.min(base, ceilingRupiah) * share) / 10_000);
}
