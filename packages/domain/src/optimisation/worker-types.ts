import type { WaitingWorker } from "#matching";
import type { Slot } from "./sponsor-slots.ts";

/** Workers of whom it makes no difference who of them gets which sponsor. */
export type WorkerType = {
  readonly key: string;
  /** Any of them: village, work and price are those of all. */
  readonly sample: WaitingWorker;
  /** By place in the list of priorities, the most urgent first. */
  readonly byLevel: ReadonlyMap<number, readonly WaitingWorker[]>;
  /** Sponsors who may not have this one worker; such a worker is a type of their own. */
  readonly refusers: ReadonlySet<string>;
  /** Most sponsors may not: the few others are asked one by one. */
  readonly isClosed: boolean;
};

/** The types of these workers, ordered by key. A worker whom somebody names or may not have is one alone. */
export function typesOf(
  workers: readonly WaitingWorker[],
  slots: readonly Slot[],
  levelOf: (worker: WaitingWorker) => number,
): readonly WorkerType[] {
  const sponsors = [...new Set(slots.map(({ sponsor }) => sponsor))];
  const known = new Set(workers.map(({ id }) => id));
  const refusers = new Map<string, Set<string>>();
  for (const { id, conflictingWorkerIds, declinedWorkerIds } of sponsors) {
    for (const workerId of [...conflictingWorkerIds, ...declinedWorkerIds]) {
      if (!known.has(workerId)) continue;
      refusers.set(workerId, (refusers.get(workerId) ?? new Set()).add(id));
    }
  }
  const named = new Set(sponsors.flatMap(({ wishes }) => wishes.nominatedWorkerIds));
  const types = new Map<string, { members: WaitingWorker[]; refusers: Set<string> }>();
  for (const worker of workers) {
    const against = refusers.get(worker.id);
    const isAlone = against !== undefined || named.has(worker.id);
    const alike = [worker.villageCode, worker.workGroup, worker.price];
    const key = JSON.stringify(isAlone ? [...alike, worker.id] : alike);
    const type = types.get(key) ?? { members: [], refusers: against ?? new Set() };
    type.members.push(worker);
    types.set(key, type);
  }
  return [...types]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { members, refusers: against }]) => ({
      key,
      sample: members[0]!,
      byLevel: Map.groupBy(members, levelOf),
      refusers: against,
      isClosed: against.size * 2 > sponsors.length,
    }));
}
