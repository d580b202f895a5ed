import type { Sector } from "#contributions";

/** Mandates alike: the most that may be taken a month of each for all its workers, and how many those are by sector. */
export type CappedMandates = {
  office: string;
  mandates: number;
  /** Whole rupiah a month for all workers of one mandate. */
  capRupiah: number;
  workers: Readonly<Record<Sector, number>>;
};

/** Mandates of one office, or of all, against the price of a month. */
export type CapSums = {
  mandates: number;
  /** The cap allows the price. */
  enough: number;
  short: number;
  /** What the short ones underpay in that month, in whole rupiah. */
  shortRupiah: number;
};

export type CapShortfalls = { total: CapSums; offices: readonly (CapSums & { office: string })[] };

/** What all workers of one mandate cost in a month; whole rupiah. */
export function neededOf({ workers }: Pick<CappedMandates, "workers">, price: SectorPrices): number {
  return workers.other * price.other + workers.transport * price.transport;
}

/** What one worker costs in a month by sector; whole rupiah. */
export type SectorPrices = Readonly<Record<Sector, number>>;

/** Which mandates allow the price of a month and which underpay it, by office; the office that lacks most comes first. */
export function capShortfalls(mandates: readonly CappedMandates[], price: SectorPrices): CapShortfalls {
  const offices = [...Map.groupBy(mandates, ({ office }) => office)].map(([office, ofOffice]) => ({
    office,
    ...sumsOf(ofOffice, price),
  }));
  return {
    total: sumsOf(mandates, price),
    offices: offices.toSorted((a, b) => b.shortRupiah - a.shortRupiah || (a.office < b.office ? -1 : 1)),
  };
}

function sumsOf(mandates: readonly CappedMandates[], price: SectorPrices): CapSums {
  const sums = { mandates: 0, enough: 0, short: 0, shortRupiah: 0 };
  for (const each of mandates) {
    const lacking = Math.max(0, neededOf(each, price) - each.capRupiah);
    sums.mandates += each.mandates;
    if (lacking === 0) sums.enough += each.mandates;
    else {
      sums.short += each.mandates;
      sums.shortRupiah += lacking * each.mandates;
    }
  }
  return sums;
}
