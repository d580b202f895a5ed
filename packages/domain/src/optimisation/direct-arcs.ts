import { nearnessOf } from "#matching";
import { worthOf } from "./pair-worth.ts";
import type { SlotClass } from "./slot-classes.ts";
import type { WorkerType } from "./worker-types.ts";

/** More pairs of those who refuse somebody with those who are refused than this are left out where nothing speaks for them. */
const MOST_AWKWARD = 60_000;

/** For each class the types it reaches one by one: named workers, and those whom others may not have. */
export function directTypes(
  classes: readonly SlotClass[],
  types: readonly WorkerType[],
  wasProposed: (type: WorkerType, sponsorId: string) => boolean,
): (slotClass: SlotClass) => readonly WorkerType[] {
  const closed = types.filter(({ isClosed }) => isClosed);
  const awkward = types.filter(({ refusers, isClosed }) => refusers.size > 0 && !isClosed);
  const isMany = awkward.length * classes.filter(({ refuses }) => refuses).length > MOST_AWKWARD;
  const byWorker = new Map(
    types.flatMap((type) => [...type.byLevel.values()].flat().map(({ id }) => [id, type] as const)),
  );
  return ({ sample, upTo, isOwn, refuses, nothingElse }) => {
    if (!isOwn) return [];
    const named = new Set(sample.wishes.nominatedWorkerIds.flatMap((id) => byWorker.get(id) ?? []));
    const others = [...closed, ...(refuses ? awkward : [])].filter((type) => {
      if (named.has(type) || wasProposed(type, sample.id)) return true;
      if (worthOf(sample, type.sample).wishes > 0) return true;
      return !nothingElse && (!isMany || type.isClosed || nearnessOf(sample, type.sample) !== undefined);
    });
    return [...named, ...others.filter((type) => !named.has(type))].filter(
      ({ refusers, sample: worker }) => worker.price <= upTo && !refusers.has(sample.id),
    );
  };
}
