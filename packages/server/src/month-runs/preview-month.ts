import { parseMonth } from "@tuwai/domain/time";
import { AppError } from "#app";
import { readPricing } from "#contributions";
import { read } from "#use-case";
import { countPlans } from "./count-plans.ts";
import type { Counts } from "./month-run.store.ts";
import { firstOfAll, planWorkers } from "./plan-workers.ts";

/** What a run of a month would change, worker by worker by the code of the run itself; any month, also one to come. */
export const previewMonth = read(
  { purpose: "month-run.preview", permission: "contribution.month.run" },
  async (step, input: { readonly month: string }): Promise<Counts> => {
    const month = parseMonth(input.month);
    if (month === undefined) throw new AppError("invalid-input", { field: "month" });
    const pricing = await readPricing(step.tx, step.actor.regionCode);
    let sums: Counts = countPlans([]);
    for (let after: string | null = firstOfAll; after !== null;) {
      const { plans, last } = await planWorkers(step, { month, after, pricing });
      sums = add(sums, countPlans(plans));
      after = last;
    }
    return sums;
  },
);

function add(one: Counts, other: Counts): Counts {
  return {
    workers: one.workers + other.workers,
    added: one.added + other.added,
    addedRupiah: one.addedRupiah + other.addedRupiah,
    reversed: one.reversed + other.reversed,
    reversedRupiah: one.reversedRupiah + other.reversedRupiah,
    parked: one.parked + other.parked,
  };
}
