import { priceHeads, type VillageKind } from "@tuwai/domain/commitments";
import type { GroupNeed } from "@tuwai/server/commitments";

/** What heads of one group cost for one to twelve months, so that a phone adds up while somebody types. */
export type GroupPrices = {
  readonly group: GroupNeed["group"];
  /** The dearest first, as they are counted. */
  readonly wages: readonly { readonly count: number; readonly byMonths: readonly number[] }[];
  /** Whoever is promised beyond the register. */
  readonly beyond: readonly number[];
};

const oneToTwelve = Array.from({ length: 12 }, (_, at) => at + 1);

/** Nothing where no law says a price for the year. */
export function pricesOf(
  { group, heads, isApplicable }: GroupNeed,
  { kind, year }: { readonly kind: VillageKind; readonly year: number },
): GroupPrices | null {
  const each = (wage: number | null) =>
    oneToTwelve.map((months) => priceHeads({ kind, year, months, group, wages: [wage] })?.total ?? 0);
  if (!isApplicable || (each(null)[11] ?? 0) === 0) return null;
  const wages = [...Map.groupBy(heads.wages, (wage) => wage)];
  return {
    group,
    wages: wages.map(([wage, same]) => ({ count: same.length, byMonths: each(wage) })),
    beyond: each(null),
  };
}

/** What so many heads cost for so many months. */
export function costOf(prices: GroupPrices, heads: number, months: number): number {
  let left = heads;
  let sum = 0;
  for (const { count, byMonths } of prices.wages) {
    const taken = Math.min(left, count);
    sum += taken * (byMonths[months - 1] ?? 0);
    left -= taken;
  }
  return sum + left * (prices.beyond[months - 1] ?? 0);
}
