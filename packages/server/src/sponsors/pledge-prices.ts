import type { Sector } from "@tuwai/domain/contributions";
import { monthsBetween, shiftMonth, type Month } from "@tuwai/domain/time";
import { priceFor, type Pricing } from "#contributions";

/** The same price for a run of months, both included. */
export type PriceStep = { readonly from: Month; readonly until: Month; readonly perWorkerRupiah: number };

/** What a worker costs from the first month on, per sector: transport keeps the relief of PP 50/2025 longer. */
export type PledgePrices = Readonly<Record<Sector, readonly PriceStep[]>>;

const monthsAhead = 24;

/** Now and later, as far as the law is known (at most two years): a sponsor signs for what comes as well. */
export function pledgePrices(pricing: Pricing, from: Month): PledgePrices {
  return { transport: stepsOf(pricing, from, "transport"), other: stepsOf(pricing, from, "other") };
}

/** The most one worker can cost in a month, whichever sector is proposed; null when no law covers the month. */
export function highestPrice(pricing: Pricing, month: Month): number | null {
  const prices = (["transport", "other"] as const).map((sector) => priceIn(pricing, month, sector));
  return prices.includes(null) ? null : Math.max(...prices.map((price) => price ?? 0));
}

function stepsOf(pricing: Pricing, from: Month, sector: Sector): readonly PriceStep[] {
  const steps: PriceStep[] = [];
  for (let month = from; monthsBetween(from, month) < monthsAhead; month = shiftMonth(month, 1)) {
    const perWorkerRupiah = priceIn(pricing, month, sector);
    if (perWorkerRupiah === null) break;
    const last = steps.at(-1);
    if (last?.perWorkerRupiah === perWorkerRupiah) steps[steps.length - 1] = { ...last, until: month };
    else steps.push({ from: month, until: month, perWorkerRupiah });
  }
  return steps;
}

function priceIn(pricing: Pricing, month: Month, sector: Sector): number | null {
  const answer = priceFor(pricing, { fundSource: "asn", sector, month });
  return answer.outcome === "priced" ? answer.price.total : null;
}
