import type { ArrearsGroup, ArrearsPayer, Bucket } from "@tuwai/server/arrears";

export type Sums = {
  readonly workers: number;
  readonly arrearsRupiah: number;
  readonly withoutPrice: number;
  readonly naturalRupiah: number;
  /** Workers whom nobody pays for from some month on. */
  readonly payerEnded: number;
  /** Workers for whom a rescue is waited for. */
  readonly rescued: number;
};

export function sumsOf(groups: readonly ArrearsGroup[]): Sums {
  const total = (of: (group: ArrearsGroup) => number) => groups.reduce((sum, group) => sum + of(group), 0);
  return {
    workers: total(({ workers }) => workers),
    arrearsRupiah: total((group) => group.arrearsRupiah),
    withoutPrice: total((group) => group.withoutPrice),
    naturalRupiah: total((group) => group.naturalRupiah),
    rescued: total(({ rescued }) => rescued),
    payerEnded: total(({ cause, workers }) => (cause === "payer-ended" ? workers : 0)),
  };
}

/** How many stand in each bucket, the most urgent first. */
export function countBuckets(
  groups: readonly ArrearsGroup[],
  order: readonly Bucket[],
): readonly { readonly bucket: Bucket; readonly workers: number }[] {
  return order.map((bucket) => ({
    bucket,
    workers: sumsOf(groups.filter((group) => group.bucket === bucket)).workers,
  }));
}

/** The most urgent bucket that holds anybody. */
export function mostUrgent(groups: readonly ArrearsGroup[], order: readonly Bucket[]): Bucket {
  return countBuckets(groups, order).find(({ workers }) => workers > 0)?.bucket ?? order[0]!;
}

/** One payer who can be told: of a village where its money is the village's, else of the whole city. */
export type PayerGroup = {
  readonly fundSource: ArrearsPayer;
  readonly villageCode: string | null;
  readonly workers: number;
  readonly arrearsRupiah: number;
  readonly withoutPrice: number;
  readonly payBy: string;
  readonly untold: number;
};

const ofVillages: readonly ArrearsPayer[] = ["apbdes", "bumdes", "self", "nobody"];

/** Who has to be told of those whose month did not arrive; a payer who ended is told nothing. Who owes for most stands first. */
export function payersToTell(groups: readonly ArrearsGroup[]): readonly PayerGroup[] {
  const told = new Map<string, PayerGroup>();
  for (const group of groups.filter(({ cause }) => cause !== "payer-ended")) {
    const villageCode = ofVillages.includes(group.fundSource) ? group.villageCode : null;
    const key = `${group.fundSource}|${villageCode ?? ""}`;
    const known = told.get(key);
    told.set(key, {
      fundSource: group.fundSource,
      villageCode,
      workers: (known?.workers ?? 0) + group.workers,
      arrearsRupiah: (known?.arrearsRupiah ?? 0) + group.arrearsRupiah,
      withoutPrice: (known?.withoutPrice ?? 0) + group.withoutPrice,
      payBy: known !== undefined && known.payBy < group.payBy ? known.payBy : group.payBy,
      untold: (known?.untold ?? 0) + group.untold,
    });
  }
  return [...told.values()].toSorted((a, b) => b.workers - a.workers);
}
