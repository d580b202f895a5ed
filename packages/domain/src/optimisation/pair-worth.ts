import { nearnessOf, type Sponsor, type WaitingWorker, wishesMetBy } from "#matching";

/** What one pair adds to the aims. */
export type PairWorth = {
  readonly nominated: number;
  readonly wishes: number;
  readonly sameKecamatan: number;
  readonly sameVillage: number;
};

export const noWorth: PairWorth = { nominated: 0, wishes: 0, sameKecamatan: 0, sameVillage: 0 };

export function worthOf(sponsor: Sponsor, worker: WaitingWorker): PairWorth {
  const near = nearnessOf(sponsor, worker)?.code;
  return {
    nominated: sponsor.wishes.nominatedWorkerIds.includes(worker.id) ? 1 : 0,
    wishes: wishesMetBy(sponsor, worker).length,
    sameKecamatan: near === undefined ? 0 : 1,
    sameVillage: near === "same-village" ? 1 : 0,
  };
}
