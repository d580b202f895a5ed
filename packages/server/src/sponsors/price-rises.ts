import { capShortfalls, type CapShortfalls, neededOf, type SectorPrices } from "@tuwai/domain/tariff";
import type { Month } from "@tuwai/domain/time";
import type { CappedPledge } from "./capped-pledge.view.ts";
import type { PledgePrices } from "./pledge-prices.ts";

/** A month from which a worker costs more than before, in one sector or both. */
export type PriceRise = {
  readonly month: Month;
  readonly before: SectorPrices;
  readonly after: SectorPrices;
};

/** Every rise that the law lets be known, the nearest first. */
export function priceRises(prices: PledgePrices): readonly PriceRise[] {
  const at = (sector: keyof PledgePrices, month: Month) =>
    prices[sector].find(({ from, until }) => from <= month && month <= until)?.perWorkerRupiah;
  const steps = [...prices.other, ...prices.transport];
  const starts = [...new Set(steps.map(({ from }) => from))].toSorted();
  const told = starts.flatMap((month) => {
    const [other, transport] = [at("other", month), at("transport", month)];
    return other === undefined || transport === undefined ? [] : [{ month, price: { other, transport } }];
  });
  return told.flatMap(({ month, price: after }, step) => {
    const before = told[step - 1]?.price;
    const isRise = before !== undefined && (after.other > before.other || after.transport > before.transport);
    return isRise ? [{ month, before, after }] : [];
  });
}

/** The pledges of that month against its price. */
export function shortfallsOf(pledges: readonly CappedPledge[], rise: PriceRise): CapShortfalls {
  const inForce = pledges.filter(({ fromMonth }) => fromMonth <= rise.month);
  return capShortfalls(
    inForce.map((pledge) => ({ ...pledge, mandates: 1 })),
    rise.after,
  );
}

export type ShortPledge = CappedPledge & { readonly neededRupiah: number };

/** Pledges that do not allow the price of the nearest rise, each with the most it needs by all rises known, so that it is asked once. */
export function shortPledges(
  pledges: readonly CappedPledge[],
  rises: readonly PriceRise[],
): readonly ShortPledge[] {
  const [nearest] = rises;
  if (nearest === undefined) return [];
  return pledges
    .filter(
      (pledge) => pledge.fromMonth <= nearest.month && neededOf(pledge, nearest.after) > pledge.capRupiah,
    )
    .map((pledge) => ({
      ...pledge,
      neededRupiah: Math.max(...rises.map(({ after }) => neededOf(pledge, after))),
    }));
}
