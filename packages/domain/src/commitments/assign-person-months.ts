import type { Group } from "#grants";
import type { Month } from "#time";

/** A month of one person that a village's money paid. */
export type PaidMonth = {
  readonly personId: string;
  readonly month: Month;
  readonly villageCode: string;
  /** The first that the village promised counts. */
  readonly groups: readonly Group[];
  readonly rupiah: number;
};

type Promise = {
  readonly id: string;
  readonly villageCode: string;
  readonly year: number;
  readonly group: Group;
  readonly heads: number;
  readonly months: number;
};

export type Received = { readonly personMonths: number; readonly rupiah: number };

/**
 * To which commitment paid months belong: each month of a person to one at most, and to a commitment no more than its heads times
 * its months. A kader who is on the council as well is not paid for twice.
 */
export function assignPersonMonths(
  paid: readonly PaidMonth[],
  promises: readonly Promise[],
): ReadonlyMap<string, Received> {
  const received = new Map<string, Received>();
  const once = new Map(paid.map((one) => [`${one.personId} ${one.month}`, one]));
  for (const { villageCode, groups, month, rupiah } of once.values()) {
    const own = promises.filter(
      (promise) => promise.villageCode === villageCode && month.startsWith(`${promise.year}-`),
    );
    const promise = groups
      .flatMap((group) => own.filter((one) => one.group === group))
      .find(({ id, heads, months }) => (received.get(id)?.personMonths ?? 0) < heads * months);
    if (promise === undefined) continue;
    const before = received.get(promise.id) ?? { personMonths: 0, rupiah: 0 };
    received.set(promise.id, {
      personMonths: before.personMonths + 1,
      rupiah: before.rupiah + rupiah,
    });
  }
  return received;
}
