import { type CivilDate, type Month, monthOf, shiftMonth } from "#time";

/** What the sponsor owed for the workers of one month. Whole rupiah. */
export type Owed = { readonly month: Month; readonly workers: number; readonly rupiah: number };

/** A contribution for one worker and month that BPJS received and nobody took back. Whole rupiah; null where it was not said. */
export type Received = {
  readonly month: Month;
  readonly on: CivilDate;
  readonly worker: string;
  readonly rupiah: number | null;
  /** By the sponsor, or by a fund that stepped in for him. */
  readonly isOwn: boolean;
};

export type ProofMonth = {
  readonly month: Month;
  /** Promised: null for a month that BPJS has received though nothing is recorded as owed, as of one paid ahead. */
  readonly owed: Omit<Owed, "month"> | null;
  /** Received for how many workers, on the last of the days; null before the first. */
  readonly received: { readonly workers: number; readonly on: CivilDate; readonly ownRupiah: number } | null;
  /** Workers whose month another fund paid. */
  readonly byOthers: number;
  /** `partly`: of a worker or of the money something is missing. */
  readonly state: "received" | "partly" | "not-yet" | "late";
};

export type Proof = {
  /** The latest month first. */
  readonly months: readonly ProofMonth[];
  /** Months in a row, ending today, for which everything promised has been received; 0 where one is late. */
  readonly unbroken: number;
  readonly own: { readonly months: number; readonly rupiah: number };
  readonly others: { readonly months: number; readonly rupiah: number };
};

/**
 * Month by month what was promised and what BPJS received. A month is late once it is over: until then the money is on its way. A
 * month that a fund paid counts as received, never as the sponsor's.
 */
export function proofOf(owed: readonly Owed[], received: readonly Received[], today: CivilDate): Proof {
  const thisMonth = monthOf(today);
  const known = new Set([...owed, ...received].map(({ month }) => month));
  const months = [...known]
    .toSorted()
    .toReversed()
    .map((month) => proofMonth(month, { owed, received, thisMonth }));
  const [own, others] = [true, false].map((isOwn) => {
    const paid = received.filter((each) => each.isOwn === isOwn);
    const rupiah = paid.reduce((sum, each) => sum + (each.rupiah ?? 0), 0);
    return { months: new Set(paid.map(({ month }) => month)).size, rupiah };
  });
  return { months, unbroken: unbrokenOf(months), own: own!, others: others! };
}

type Known = {
  readonly owed: readonly Owed[];
  readonly received: readonly Received[];
  readonly thisMonth: Month;
};

function proofMonth(month: Month, known: Known): ProofMonth {
  const owed = known.owed.find((each) => each.month === month);
  const paid = known.received.filter((each) => each.month === month);
  const workers = new Set(paid.map(({ worker }) => worker)).size;
  const own = paid.filter(({ isOwn }) => isOwn);
  const helped = new Set(paid.filter(({ isOwn }) => !isOwn).map(({ worker }) => worker));
  for (const { worker } of own) helped.delete(worker);
  const days = paid.map(({ on }) => on).toSorted();
  const isWhole = workers > 0 && workers >= (owed?.workers ?? 0) && isEnough(paid, owed);
  return {
    month,
    owed: owed === undefined ? null : { workers: owed.workers, rupiah: owed.rupiah },
    received:
      workers === 0
        ? null
        : { workers, on: days.at(-1)!, ownRupiah: own.reduce((sum, each) => sum + (each.rupiah ?? 0), 0) },
    byOthers: helped.size,
    state: isWhole ? "received" : month < known.thisMonth ? "late" : workers > 0 ? "partly" : "not-yet",
  };
}

/** A part payment covers nobody; an amount that was not said counts as the whole. */
function isEnough(paid: readonly Received[], owed: Owed | undefined): boolean {
  if (owed === undefined || paid.some(({ rupiah }) => rupiah === null)) return true;
  return paid.reduce((sum, { rupiah }) => sum + (rupiah ?? 0), 0) >= owed.rupiah;
}

function unbrokenOf(months: readonly ProofMonth[]): number {
  const settled = months.filter(({ state }) => state !== "not-yet" && state !== "partly");
  let count = 0;
  for (const { month, state } of settled) {
    const isNext = count === 0 || month === shiftMonth(settled[0]!.month, -count);
    if (state !== "received" || !isNext) break;
    count += 1;
  }
  return count;
}
