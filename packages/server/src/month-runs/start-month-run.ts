import { monthOf, parseMonth, shiftMonth } from "@tuwai/domain/time";
import { AppError } from "#app";
import { change, type Operation } from "#use-case";
import { beginRun } from "./run-month.ts";

export type StartMonthRun = Operation & { readonly month: string };

export type StartOutcome =
  | { readonly outcome: "started"; readonly runId: string }
  | { readonly outcome: "refused"; readonly reasons: readonly ("already-running" | "too-far")[] };

/** Sets a run of a month going; the work follows. A month further than the next one is not run yet. */
export const startMonthRun = change(
  { name: "month-run.start", permission: "contribution.month.run" },
  async (step, input: StartMonthRun): Promise<StartOutcome> => {
    const month = parseMonth(input.month);
    if (month === undefined) throw new AppError("invalid-input", { field: "month" });
    if (month > shiftMonth(monthOf(step.today), 1))
      return step.unchanged({ outcome: "refused", reasons: ["too-far"] });
    const runId = await beginRun(step, month);
    if (runId === null) return step.unchanged({ outcome: "refused", reasons: ["already-running"] });
    await step.audit({ objectType: "month-run", objectId: runId, details: { month } });
    return { outcome: "started", runId };
  },
);
