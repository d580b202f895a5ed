import { type Rupiah, rupiah } from "@tuwai/domain/money";
import type { DeductionOutcome, NotDeductedReason } from "@tuwai/domain/payroll";
import type { Month } from "@tuwai/domain/time";
import type { App } from "#app";
import { asSystem } from "#database";
import { listPledgeMonths } from "./pledge-months.view.ts";

/** One month of a pledge: promised, deducted, on the account, at BPJS. */
export type DeductedMonth = {
  readonly month: Month;
  readonly promised: Rupiah;
  /** Null: the office's payroll has not answered yet. */
  readonly deducted: Rupiah | null;
  readonly outcome: DeductionOutcome | null;
  readonly reason: NotDeductedReason | null;
  /** The day on which all of the office's deductions of the batch had reached the account; null until then. */
  readonly arrivedAt: Date | null;
  /** What BPJS received for the month. */
  readonly atBpjs: Rupiah;
};

/**
 * Months of a civil servant's pledges in locked batches, the newest first; no worker is named. Asks for no permission: whoever shows
 * them has to have seen that the reader is that civil servant.
 */
export function deductedMonths(app: App, civilServantId: string): Promise<readonly DeductedMonth[]> {
  return asSystem(app, async (tx) =>
    (await listPledgeMonths(tx, civilServantId)).map(({ matched, all, arrivedAt, ...month }) => ({
      ...month,
      atBpjs: rupiah(month.atBpjs),
      arrivedAt: all !== null && all > 0 && matched >= all ? arrivedAt : null,
    })),
  );
}
