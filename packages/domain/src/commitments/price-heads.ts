import type { Payer, Segment } from "#contributions";
import { explainNeed, type Group, type NeedExplanation } from "#grants";
import { hasGroup, type VillageKind } from "./commitment-group.ts";

export type PricedHeads = {
  readonly monthly: number;
  readonly total: number;
  /** Months in which the full death benefit holds, over all heads. */
  readonly fullCoverMonths: number;
  readonly segment: Segment;
  /** The other way of enrolment, where there is one. */
  readonly otherwise: { readonly segment: Segment; readonly total: number } | null;
  readonly sources: NeedExplanation["rows"][number]["sources"];
};

const asWageEarners: readonly Group[] = ["kades", "perangkat", "bpd"];

/** How a group is enrolled unless somebody decides otherwise: the village's officers by wage, all others on their own. */
export const segmentOf = (group: Group): Segment => (asWageEarners.includes(group) ? "pu-village" : "bpu");

/** Who pays by law for a village of that kind: its own budget, or the city's. */
export const payerOfVillage = (kind: VillageKind): Payer => (kind === "desa" ? "apbdes" : "apbn-apbd");

type Asked = {
  readonly kind: VillageKind;
  readonly year: number;
  readonly months: number;
  readonly group: Group;
  /** One for each head; null is priced on the lowest base. */
  readonly wages: readonly (number | null)[];
};

/** What the heads of one group cost for months of a year; undefined where no law says a price, zero where the group cannot be. */
export function priceHeads({ kind, year, months, group, wages }: Asked): PricedHeads | undefined {
  const segment = segmentOf(group);
  if (!hasGroup(kind, group))
    return { monthly: 0, total: 0, fullCoverMonths: 0, segment, otherwise: null, sources: [] };
  const groups = [...Map.groupBy(wages, (wage) => wage)].map(([wage, same]) => ({
    group,
    heads: same.length,
    wage,
    segment,
    payer: payerOfVillage(kind),
  }));
  const need = explainNeed({ village: { kind }, year, months, groups });
  if (need === undefined) return undefined;
  const others = need.rows.flatMap(({ alternatives }) => alternatives);
  const other = others[0]?.segment;
  return {
    monthly: need.monthly,
    total: need.yearly,
    fullCoverMonths: need.fullCoverMonths,
    segment,
    otherwise:
      other === undefined
        ? null
        : { segment: other, total: others.reduce((sum, { yearly }) => sum + yearly, 0) },
    sources: need.rows.flatMap(({ sources }) => sources),
  };
}

/** More than three times what is needed is rather a nought too many than a promise. */
export const mayHaveNoughtTooMany = (amount: number, need: number): boolean => amount > 3 * need;
