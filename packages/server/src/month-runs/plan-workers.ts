import { type MonthPlan, planMonth } from "@tuwai/domain/contributions";
import type { Month } from "@tuwai/domain/time";
import { priceList, type Pricing } from "#contributions";
import type { Step } from "#use-case";
import { listMonthWorkers, type MonthWorker } from "./month-worker.view.ts";

export const workersPerPiece = 2000;
export const firstOfAll = "00000000-0000-0000-0000-000000000000";

/** A worker, what would change for them, and the enrolment that pays. */
export type WorkerPlan = { readonly worker: MonthWorker; readonly plan: MonthPlan };

/** What a run would change for the next workers after `after`; the run itself asks the same. `last` is null after the last. */
export async function planWorkers(
  step: Pick<Step, "tx" | "today">,
  of: { readonly month: Month; readonly after: string; readonly pricing: Pricing },
): Promise<{ readonly plans: readonly WorkerPlan[]; readonly last: string | null }> {
  const { month, after, pricing } = of;
  const workers = await listMonthWorkers(step.tx, {
    month,
    after,
    limit: workersPerPiece,
    today: step.today,
  });
  const priceIn = priceList(pricing);
  const plans = workers.map((worker) => ({
    worker,
    plan: planMonth({
      month,
      diedOn: worker.diedOn,
      formalFrom: worker.formalFrom,
      withdrawnOn: worker.withdrawnOn,
      madeToday: worker.madeToday,
      enrolments: worker.enrolments.map((one) => ({ ...one, price: priceIn({ ...one, month }) })),
      standing: worker.standing.map((one) => ({ ...one, isPaid: worker.isPaid })),
    }),
  }));
  return { plans, last: workers.length < workersPerPiece ? null : workers.at(-1)!.personId };
}
