import { type Sponsor, wantsNothingElse } from "#matching";
import type { Slot } from "./sponsor-slots.ts";
import type { WorkerType } from "./worker-types.ts";

/** Places that take the same workers for the same reasons. */
export type SlotClass = {
  readonly sample: Sponsor;
  readonly upTo: number;
  readonly slots: readonly Slot[];
  /** Names, refuses or alone may have one of the workers: looked at one by one. */
  readonly isOwn: boolean;
  /** Refuses a worker whom most others take. */
  readonly refuses: boolean;
  readonly nothingElse: boolean;
};

/** The classes of these places, in the order of their first sponsor. */
export function classesOf(slots: readonly Slot[], types: readonly WorkerType[]): readonly SlotClass[] {
  const alone = types.filter(({ refusers }) => refusers.size > 0);
  const refusing = new Set(alone.flatMap(({ isClosed, refusers }) => (isClosed ? [] : [...refusers])));
  const closed = alone.filter(({ isClosed }) => isClosed);
  const waiting = new Set(types.flatMap(({ byLevel }) => [...byLevel.values()].flat().map(({ id }) => id)));
  const isOwn = ({ id, wishes }: Sponsor): boolean =>
    refusing.has(id) ||
    wishes.nominatedWorkerIds.some((workerId) => waiting.has(workerId)) ||
    closed.some(({ refusers }) => !refusers.has(id));
  const classes = new Map<string, { slots: Slot[]; isOwn: boolean }>();
  for (const slot of slots) {
    const { sponsor, upTo } = slot;
    const own = isOwn(sponsor);
    const key = JSON.stringify([
      own ? sponsor.id : null,
      upTo,
      sponsor.place,
      sponsor.wishes.villages.toSorted(),
      sponsor.wishes.workGroups.toSorted(),
      wantsNothingElse(sponsor),
    ]);
    const found = classes.get(key);
    if (found) found.slots.push(slot);
    else classes.set(key, { slots: [slot], isOwn: own });
  }
  return [...classes.values()].map((found) => {
    const { sponsor, upTo } = found.slots[0]!;
    return {
      ...found,
      sample: sponsor,
      upTo,
      refuses: refusing.has(sponsor.id),
      nothingElse: wantsNothingElse(sponsor),
    };
  });
}
