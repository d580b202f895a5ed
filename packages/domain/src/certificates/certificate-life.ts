import { type CivilDate, type Month, monthOf } from "#time";

/** A contribution of the sponsor's own money for one worker and month that BPJS received and nobody took back. */
export type CountedReceipt = {
  readonly month: Month;
  readonly on: CivilDate;
  readonly worker: string;
  /** The day the worker died, where that is known: what is for a later month, or came later, is refunded. */
  readonly diedOn: CivilDate | null;
  /** Whole rupiah; null where the list did not say. */
  readonly rupiah: number | null;
  /** What the worker's month costs by what was owed; null where nothing is recorded as owed. */
  readonly owed: number | null;
};

/** What a certificate says: so many workers protected, the first of them since that month. */
export type Certified = { readonly since: Month; readonly workers: number };

export type CertificateLife =
  | { readonly state: "valid" }
  | { readonly state: "withdrawn"; readonly reason: "money-reversed" | "money-refunded" }
  /** What it says is more than the money that stands bears: another takes its place. */
  | { readonly state: "replaced"; readonly by: Certified; readonly reason: "says-too-much" };

/** What the money that was really received bears; null while none is. A payment that goes back after a death bears nothing. */
export function certifiedBy(receipts: readonly CountedReceipt[]): Certified | null {
  const standing = wholeMonths(receipts.filter((receipt) => !isRefunded(receipt)));
  const [since] = standing.map(({ month }) => month).toSorted();
  if (since === undefined) return null;
  return { since, workers: new Set(standing.map(({ worker }) => worker)).size };
}

/**
 * What became of a certificate by the receipts that stand today. It stays valid while they bear all that it says; more money makes
 * no certificate invalid.
 */
export function certificateLife(certified: Certified, receipts: readonly CountedReceipt[]): CertificateLife {
  const now = certifiedBy(receipts);
  if (now === null) {
    const reason = receipts.some(isRefunded) ? "money-refunded" : "money-reversed";
    return { state: "withdrawn", reason };
  }
  const isBorne = now.since <= certified.since && now.workers >= certified.workers;
  return isBorne ? { state: "valid" } : { state: "replaced", by: now, reason: "says-too-much" };
}

/** Of a worker's month all receipts, once together they reach what was owed: a part payment covers nobody, and bears nothing. */
function wholeMonths(receipts: readonly CountedReceipt[]): readonly CountedReceipt[] {
  const months = Map.groupBy(receipts, ({ worker, month }) => `${worker}|${month}`);
  return [...months.values()].filter(isWhole).flat();
}

function isWhole(receipts: readonly CountedReceipt[]): boolean {
  const owed = receipts.find((receipt) => receipt.owed !== null)?.owed ?? null;
  if (owed === null || receipts.some(({ rupiah }) => rupiah === null)) return true;
  return receipts.reduce((sum, { rupiah }) => sum + (rupiah ?? 0), 0) >= owed;
}

function isRefunded({ month, on, diedOn }: CountedReceipt): boolean {
  return diedOn !== null && (month > monthOf(diedOn) || on > diedOn);
}
