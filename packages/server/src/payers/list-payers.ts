import {
  type FundOutlook,
  fundOutlook,
  type FundPeriod,
  type PayerMonth,
  type PayerSums,
  sumMonths,
} from "@tuwai/domain/payers";
import { read, type Step } from "#use-case";
import { listPeriods } from "./fund-period.store.ts";
import { countWorkers, listPayerMonths } from "./payer-counts.view.ts";
import { listPayerRows, type PayerRow } from "./payer.store.ts";

/** A payer, the workers paid for today, how long the promised money reaches, and what it bought so far. */
export type ListedPayer = PayerRow & {
  readonly workers: number;
  readonly outlook: FundOutlook;
  readonly promisedRupiah: number;
  /** Of what is promised, paid in the months for which it was. */
  readonly spentRupiah: number;
  readonly sums: PayerSums;
};

export type PayerList = {
  readonly payers: readonly ListedPayer[];
  /** Workers paid from money of which nobody has said whose it is: from before its payer was entered. */
  readonly withoutPayer: number;
};

/** Who pays for workers; those who do, or have promised to, before the others. */
export const listPayers = read({ purpose: "payers", permission: "payer.read" }, (step): Promise<PayerList> =>
  readPayers(step),
);

/** Those who pay before those who promised, and they before the others. */
const weight = ({ workers, promisedRupiah }: ListedPayer) => (workers > 0 ? 2 : promisedRupiah > 0 ? 1 : 0);

export async function readPayers(step: Step): Promise<PayerList> {
  const rows = await listPayerRows(step.tx, step.area);
  const known = await readKnown(step);
  const payers = rows.map((row) => judged(row, known, step.today));
  return {
    payers: payers.toSorted((a, b) => weight(b) - weight(a)),
    withoutPayer: step.area.villageCode === null ? (known.workers.get(null) ?? 0) : 0,
  };
}

/** How many payers' promised money ends within the notice, or has ended, with workers left. */
export async function countEnding(step: Pick<Step, "tx" | "today">): Promise<number> {
  const periods = Map.groupBy(await listPeriods(step.tx, null), ({ payerId }) => payerId);
  if (periods.size === 0) return 0;
  const workers = await countWorkers(step.tx);
  const needs = [...periods].filter(
    ([payerId, own]) => fundOutlook(own, workers.get(payerId) ?? 0, step.today).handOverFrom !== null,
  );
  return needs.length;
}

export type Known = {
  readonly periods: ReadonlyMap<string, readonly FundPeriod[]>;
  readonly workers: ReadonlyMap<string | null, number>;
  readonly months: ReadonlyMap<string | null, readonly PayerMonth[]>;
};

export async function readKnown({ tx }: Pick<Step, "tx">): Promise<Known> {
  return {
    periods: Map.groupBy(await listPeriods(tx, null), ({ payerId }) => payerId),
    workers: await countWorkers(tx),
    months: Map.groupBy(await listPayerMonths(tx), ({ payerId }) => payerId),
  };
}

export function judged(row: PayerRow, known: Known, today: Step["today"]): ListedPayer {
  const periods = known.periods.get(row.id) ?? [];
  const months = known.months.get(row.id) ?? [];
  const workers = known.workers.get(row.id) ?? 0;
  const sum = (of: (period: FundPeriod) => number) => periods.reduce((all, one) => all + of(one), 0);
  return {
    ...row,
    workers,
    outlook: fundOutlook(periods, workers, today),
    promisedRupiah: sum(({ budgetRupiah }) => budgetRupiah),
    spentRupiah: sum((period) => sumMonths(months, period).paidRupiah),
    sums: sumMonths(months),
  };
}
