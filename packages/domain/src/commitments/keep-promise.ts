import { payByDay } from "#contributions";
import { type CivilDate, month, type Month } from "#time";
import { assignPersonMonths, type PersonMonth, type Promised } from "./assign-person-months.ts";

export type KeptMonth = {
  readonly month: Month;
  /** For how many the village promised to pay. */
  readonly expected: number;
  /** For how many BPJS confirms it. */
  readonly received: number;
  readonly isKept: boolean;
};

export type PromiseKept = {
  /** Those of the year whose last day to pay is over; a promise says nothing of others yet. */
  readonly months: readonly KeptMonth[];
  readonly due: number;
  readonly received: number;
  /** What is missing of the months that are due, in rupiah; nothing where every month was kept. */
  readonly short: number;
};

/** Months of a year whose last day to pay has passed. A village that enrols by wage has until the month after. */
export function monthsDue(year: number, today: CivilDate): readonly Month[] {
  const all = Array.from({ length: 12 }, (_, at) => month(`${year}-${String(at + 1).padStart(2, "0")}`));
  return all.filter((one) => (payByDay("pu-village", one) ?? today) < today);
}

/**
 * How one village kept its promises of a year, month by month, by what BPJS confirms. Fewer than twelve months are the last of the year,
 * as the public status counts them.
 */
export function keepPromise(
  promises: readonly (Promised & { readonly promised: number })[],
  paid: readonly PersonMonth[],
  months: readonly Month[],
): PromiseKept {
  const byMonth = Map.groupBy(assignPersonMonths(paid, promises), (one) => one.month);
  const kept = months.map((one, at) => {
    const running = promises.filter((promise) => at >= 12 - promise.months);
    const expected = sum(running, ({ heads }) => heads);
    const assigned = byMonth.get(one) ?? [];
    const due = sum(running, ({ promised, months: of }) => promised / of);
    const rupiah = sum(assigned, (each) => each.rupiah);
    const received = assigned.length;
    return { month: one, expected, received, isKept: received >= expected, due, rupiah };
  });
  const due = Math.round(sum(kept, (one) => one.due));
  const received = sum(kept, ({ rupiah }) => rupiah);
  const isKept = kept.every((one) => one.isKept);
  return {
    months: kept.map(({ due: _due, rupiah: _rupiah, ...one }) => one),
    due,
    received,
    short: isKept ? 0 : Math.max(0, due - received),
  };
}

export type PromisesTogether = {
  readonly due: number;
  readonly received: number;
  readonly short: number;
  /** By how much villages that are short of nothing paid less than they promised; negative where they paid more. */
  readonly below: number;
};

/**
 * What the promises of many villages come to, in rupiah: `due - received` is always `short + below`. Who is paid for at a lower price
 * than was promised is paid for, so that a kept promise may bring less money.
 */
export function addPromises(
  kept: readonly Pick<PromiseKept, "due" | "received" | "short">[],
): PromisesTogether {
  const due = sum(kept, (one) => one.due);
  const received = sum(kept, (one) => one.received);
  const short = sum(kept, (one) => one.short);
  return { due, received, short, below: due - received - short };
}

const sum = <T>(all: readonly T[], of: (one: T) => number): number =>
  all.reduce((total, one) => total + of(one), 0);
