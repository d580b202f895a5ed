import type { Group } from "#grants";
import type { Month } from "#time";

/** A month of one person that a village's money pays, or is to pay. */
export type PersonMonth = {
  readonly personId: string;
  readonly month: Month;
  readonly villageCode: string;
  /** The first that the village promised counts. */
  readonly groups: readonly Group[];
  readonly rupiah: number;
  /** To which commitment it was given before; it stays there. */
  readonly commitmentId?: string | null;
};

export type Promised = {
  readonly id: string;
  readonly villageCode: string;
  readonly year: number;
  readonly group: Group;
  readonly heads: number;
  readonly months: number;
};

export type AssignedMonth = {
  readonly personId: string;
  readonly month: Month;
  readonly commitmentId: string;
  readonly rupiah: number;
};

export type Received = { readonly personMonths: number; readonly rupiah: number };

/**
 * To which commitment months belong: each month of a person to one at most; to a commitment no more people in a month than it has
 * heads, and no more months than its heads times its months. A kader who is on the council as well is not paid for twice; whoever
 * has a month with one commitment stays with it.
 */
export function assignPersonMonths(
  wanted: readonly PersonMonth[],
  promises: readonly Promised[],
): readonly AssignedMonth[] {
  const once = new Map(wanted.map((one) => [`${one.personId} ${one.month}`, one]));
  const known = new Set(promises.map(({ id }) => id));
  const [given, open] = [[...once.values()].filter(isGiven), [...once.values()].filter((o) => !isGiven(o))];
  const used = new Map<string, number>();
  const home = new Map<string, string>();
  const assigned: AssignedMonth[] = [];
  const take = ({ personId, month, rupiah }: PersonMonth, commitmentId: string) => {
    for (const key of [commitmentId, `${commitmentId} ${month}`]) used.set(key, (used.get(key) ?? 0) + 1);
    home.set(personId, commitmentId);
    assigned.push({ personId, month, commitmentId, rupiah });
  };
  for (const one of given) if (known.has(one.commitmentId!)) take(one, one.commitmentId!);
  for (const one of open) {
    const promise = choicesOf(one, promises, home.get(one.personId)).find(
      ({ id, heads, months }) =>
        (used.get(id) ?? 0) < heads * months && (used.get(`${id} ${one.month}`) ?? 0) < heads,
    );
    if (promise !== undefined) take(one, promise.id);
  }
  return assigned;
}

const isGiven = ({ commitmentId }: PersonMonth) => commitmentId != null;

function choicesOf(one: PersonMonth, promises: readonly Promised[], home: string | undefined) {
  const { villageCode, groups, month } = one;
  const own = promises.filter(
    (promise) => promise.villageCode === villageCode && month.startsWith(`${promise.year}-`),
  );
  const inOrder = groups.flatMap((group) => own.filter((promise) => promise.group === group));
  const stays = inOrder.filter(({ id }) => id === home);
  return stays.length > 0 ? stays : inOrder;
}

/** What each commitment has of them. */
export function sumAssigned(assigned: readonly AssignedMonth[]): ReadonlyMap<string, Received> {
  const byPromise = Map.groupBy(assigned, ({ commitmentId }) => commitmentId);
  return new Map(
    [...byPromise].map(([id, months]) => [
      id,
      { personMonths: months.length, rupiah: months.reduce((sum, { rupiah }) => sum + rupiah, 0) },
    ]),
  );
}
