import type { Counts } from "./month-run.store.ts";
import type { WorkerPlan } from "./plan-workers.ts";

/** What plans come to, for the preview and for the report of a run. */
export function countPlans(plans: readonly WorkerPlan[]): Counts {
  const sums = { workers: plans.length, added: 0, addedRupiah: 0, reversed: 0, reversedRupiah: 0, parked: 0 };
  for (const { worker, plan } of plans) {
    const gone = new Set(plan.reverse.map(({ id }) => id));
    sums.added += plan.add.length;
    sums.addedRupiah += plan.add.reduce((sum, { part }) => sum + part.amount, 0);
    sums.reversed += gone.size;
    for (const { id, amountRupiah } of worker.standing)
      sums.reversedRupiah += gone.has(id) ? amountRupiah : 0;
    sums.parked += plan.parked === null ? 0 : 1;
  }
  return sums;
}
