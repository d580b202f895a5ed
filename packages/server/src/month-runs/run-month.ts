import { monthOf, type Month } from "@tuwai/domain/time";
import type { App } from "#app";
import { type OwedLine, readPricing, recordObligations, reverseEach } from "#contributions";
import { lockPayers } from "#enrolment";
import { asCity, type Step } from "#use-case";
import type { WorkPayloads } from "#work";
import { countPlans } from "./count-plans.ts";
import { addToMonthRun, holdMonthRun, insertMonthRun, replaceParked } from "./month-run.store.ts";
import { firstOfAll, planWorkers, type WorkerPlan } from "./plan-workers.ts";

/** Handler of `contributions.run-nightly`: payers, prices and lives have changed since; where nothing has, nothing is written. */
export function runThisMonth(app: App): Promise<void> {
  return asCity(app, "month-run.start", async (step) => {
    await beginRun(step, monthOf(step.today));
  });
}

/** Begins a run; null where one of that month is going on. */
export async function beginRun(step: Step, month: Month): Promise<string | null> {
  const id = step.newId();
  const { regionCode, userId: by } = step.actor;
  if (!(await insertMonthRun(step.tx, { regionCode, id, month, by, at: step.now }))) return null;
  await step.follow("contributions.run-month", { runId: id, after: null });
  return id;
}

/**
 * Handler of `contributions.run-month`: one piece of the run, in one transaction with its counts, so that a run that is killed goes
 * on where it was and counts nobody twice.
 */
export function runPiece(app: App, { runId, after }: WorkPayloads["contributions.run-month"]): Promise<void> {
  return asCity(app, "month-run.piece", async (step) => {
    await lockPayers(step.tx);
    const run = await holdMonthRun(step.tx, runId);
    if (run === undefined || run.finishedAt !== null) return;
    const pricing = await readPricing(step.tx, step.actor.regionCode);
    const { plans, last } = await planWorkers(step, {
      month: run.month,
      after: after ?? firstOfAll,
      pricing,
    });
    await carryOut(step, { runId, month: run.month }, plans);
    await addToMonthRun(step.tx, runId, countPlans(plans), last === null ? step.now : null);
    if (last !== null) await step.follow("contributions.run-month", { runId, after: last });
    else await step.follow("ledger.post-obligations", {});
  });
}

async function carryOut(
  step: Step,
  { runId, month }: { readonly runId: string; readonly month: Month },
  plans: readonly WorkerPlan[],
): Promise<void> {
  const reversals = plans.flatMap(({ plan }) => plan.reverse);
  if (reversals.length > 0) await reverseEach(step, reversals);
  const lines = plans.flatMap(linesOf);
  if (lines.length > 0) await recordObligations(step, { runId, month }, lines);
  const parked = plans.flatMap(({ worker, plan }) => {
    const at = worker.enrolments[0];
    if (plan.parked === null || at === undefined) return [];
    const { villageCode, kecamatanCode, personId } = at;
    return [{ id: step.newId(), personId, villageCode, kecamatanCode, reason: plan.parked }];
  });
  const personIds = plans.flatMap(({ worker }) => worker.enrolments.map(({ personId }) => personId));
  const of = { regionCode: step.actor.regionCode, month, personIds, at: step.now };
  await replaceParked(step.tx, of, parked);
}

/** The missing parts of a worker's price, as the enrolment that pays owes them. */
function linesOf({ worker, plan }: WorkerPlan): readonly OwedLine[] {
  const payer = worker.enrolments.find(({ enrolmentId }) => enrolmentId === plan.add[0]?.enrolmentId);
  if (payer === undefined) return [];
  const parts = plan.add.map(({ part }) => part);
  return [{ ...payer, price: { parts } }];
}
