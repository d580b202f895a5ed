import { priceOf, type Payer, type PriceSource, type Sector, type ShownSetting } from "#contributions";
import { isFullOn } from "#cover";
import { firstDay, listMonths, shiftMonth, type Month } from "#time";

export type GrantQuestion = { months: number; from: Month; payer: Payer; sector: Sector };

/** What so many paid months buy a new member. `pricePerFullCoverMonth` is null where no month is full. */
export type GrantExplanation = {
  months: number;
  from: Month;
  fullCoverMonths: number;
  total: number;
  pricePerFullCoverMonth: number | null;
  sources: PriceSource[];
  settings: ShownSetting[];
};

/**
 * A month counts as full when the full death benefit holds on its first day; cover begins on the first day of the first
 * month. Undefined where no row of law covers one of the months.
 */
export function explainGrant({ months, from, payer, sector }: GrantQuestion): GrantExplanation | undefined {
  const all = listMonths(from, shiftMonth(from, months - 1));
  const prices = all.map((month) => priceOf({ segment: "bpu", income: 0, payer, sector, month }));
  const full = countFullMonths(all);
  const sources = new Map<string, PriceSource>();
  let total = 0;
  let settings: ShownSetting[] = [];
  for (const answer of prices) {
    if (answer.outcome === "no-rate") return undefined;
    total += answer.price.total;
    settings = answer.price.settings;
    answer.price.parts.flatMap((part) => part.sources).forEach((source) => sources.set(source.rate, source));
  }
  if (full === undefined) return undefined;
  const perMonth = full === 0 ? null : Math.round(total / full);
  return {
    months,
    from,
    fullCoverMonths: full,
    total,
    pricePerFullCoverMonth: perMonth,
    sources: [...sources.values()],
    settings,
  };
}

/** Of consecutive months paid from the first day on; undefined where no rule of benefits covers one. */
export function countFullMonths(months: readonly Month[]): number | undefined {
  const first = months[0];
  if (first === undefined) return 0;
  let full = 0;
  for (const month of months) {
    const isFull = isFullOn(firstDay(first), firstDay(month));
    if (isFull === undefined) return undefined;
    if (isFull) full += 1;
  }
  return full;
}
