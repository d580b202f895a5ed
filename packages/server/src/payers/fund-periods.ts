import { type PeriodReason, reasonsAgainstPeriod } from "@tuwai/domain/payers";
import { parseMonth } from "@tuwai/domain/time";
import { AppError, isUuid, readNote } from "#app";
import { change, type Operation } from "#use-case";
import { insertPeriod, listPeriods, withdrawPeriodRow } from "./fund-period.store.ts";
import { holdPayer } from "./require-payer.ts";

export type EnterPeriod = Operation & {
  readonly payerId: string;
  readonly fromMonth: string;
  readonly lastMonth: string;
  readonly budgetRupiah: number;
  readonly heads: number;
};

export type EnterPeriodOutcome =
  | { readonly outcome: "entered"; readonly periodId: string }
  | { readonly outcome: "refused"; readonly reasons: readonly (PeriodReason | "month-unclear")[] };

/** What a payer has promised, from a month through another; periods of one payer never overlap. Throws `not-found`. */
export const enterPeriod = change(
  { name: "payer.enter-period", permission: "payer.write" },
  async (step, input: EnterPeriod): Promise<EnterPeriodOutcome> => {
    const payer = await holdPayer(step, input.payerId);
    const [fromMonth, lastMonth] = [parseMonth(input.fromMonth), parseMonth(input.lastMonth)];
    if (fromMonth === undefined || lastMonth === undefined)
      return step.unchanged({ outcome: "refused", reasons: ["month-unclear"] });
    const { budgetRupiah, heads } = input;
    const period = { fromMonth, lastMonth, budgetRupiah, heads };
    const reasons = reasonsAgainstPeriod(period, await listPeriods(step.tx, payer.id));
    if (reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    const id = step.newId();
    const { regionCode, userId: by } = step.actor;
    await insertPeriod(step.tx, { ...period, id, payerId: payer.id, regionCode, by, at: step.now });
    await step.audit({ objectType: "payer", objectId: payer.id, details: { periodId: id, ...period } });
    return { outcome: "entered", periodId: id };
  },
);

export type WithdrawPeriod = Operation & { readonly periodId: string; readonly reason: string };

/** Takes a period back that was entered wrongly or is promised no more; it stays in the history. Throws `not-found`. */
export const withdrawPeriod = change(
  { name: "payer.withdraw-period", permission: "payer.write" },
  async (step, input: WithdrawPeriod): Promise<{ readonly outcome: "withdrawn" | "without-reason" }> => {
    const reason = readNote(input.reason);
    const { regionCode, userId: by } = step.actor;
    if (!isUuid(input.periodId)) throw new AppError("not-found", { object: "fund-period" });
    if (reason === null) return step.unchanged({ outcome: "without-reason" });
    const payerId = await withdrawPeriodRow(step.tx, {
      regionCode,
      id: input.periodId,
      by,
      at: step.now,
      reason,
    });
    if (payerId === undefined) throw new AppError("not-found", { object: "fund-period" });
    await step.audit({
      objectType: "payer",
      objectId: payerId,
      details: { periodId: input.periodId, reason },
    });
    return { outcome: "withdrawn" };
  },
);
