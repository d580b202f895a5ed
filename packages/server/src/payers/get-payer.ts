import { type PayerSums, sumMonths } from "@tuwai/domain/payers";
import { may } from "#access";
import { read } from "#use-case";
import { listPeriods, type StandingPeriod } from "./fund-period.store.ts";
import { listHandovers, type ShownHandover } from "./handover-list.view.ts";
import { judged, type ListedPayer, readKnown } from "./list-payers.ts";
import { requirePayer } from "./require-payer.ts";

export type PeriodSums = StandingPeriod & PayerSums & { readonly leftRupiah: number };

export type OnePayer = ListedPayer & {
  readonly periods: readonly PeriodSums[];
  /** Newest first; empty for whoever may not read of workers. */
  readonly handovers: readonly ShownHandover[];
};

/** One payer with every period of money: promised, owed, paid, left, and the months with full cover it bought. Throws `not-found`. */
export const getPayer = read(
  { purpose: "payer", permission: "payer.read" },
  async (step, { payerId }: { readonly payerId: string }): Promise<OnePayer> => {
    const { tx, actor, today } = step;
    const row = await requirePayer(step, payerId);
    const known = await readKnown(step);
    const months = known.months.get(row.id) ?? [];
    const periods = (await listPeriods(tx, row.id)).map((period) => {
      const sums = sumMonths(months, period);
      return { ...period, ...sums, leftRupiah: period.budgetRupiah - sums.paidRupiah };
    });
    const handovers = may(actor, "payer.hand_over.read") ? await listHandovers(tx, row.id) : [];
    return { ...judged(row, known, today), periods, handovers };
  },
);
