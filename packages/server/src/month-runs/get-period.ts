import { monthOf, type Month, parseMonth } from "@tuwai/domain/time";
import { AppError } from "#app";
import { read } from "#use-case";
import { listRunsOf, type MonthRun } from "./month-run.store.ts";
import { listPeriodLines, type PeriodLine } from "./period.view.ts";

export type Period = {
  readonly month: Month;
  /** The month of today: what lies after it is not owed yet. */
  readonly thisMonth: Month;
  readonly lines: readonly PeriodLine[];
  readonly sum: Omit<PeriodLine, "fundSource">;
  /** Newest first. */
  readonly runs: readonly MonthRun[];
};

/** One month in one look: what is owed by whom, and what BPJS has received of it. Throws `not-found` for what is no month. */
export const getPeriod = read(
  { purpose: "period.read", permission: "contribution.month.read" },
  async ({ tx, today }, input: { readonly month: string }): Promise<Period> => {
    const month = parseMonth(input.month);
    if (month === undefined) throw new AppError("not-found");
    const lines = await listPeriodLines(tx, month);
    const total = (of: (line: PeriodLine) => number) => lines.reduce((sum, line) => sum + of(line), 0);
    return {
      month,
      thisMonth: monthOf(today),
      lines,
      sum: {
        owedWorkers: total(({ owedWorkers }) => owedWorkers),
        owedRupiah: total(({ owedRupiah }) => owedRupiah),
        paidWorkers: total(({ paidWorkers }) => paidWorkers),
        paidRupiah: total(({ paidRupiah }) => paidRupiah),
      },
      runs: await listRunsOf(tx, month),
    };
  },
);
