import { listMonths, type Month } from "@tuwai/domain/time";
import type { ImportStep, RowOutcome } from "#intake";
import { judgeReceipt, type Known, type Paid, priceOfMonth, type Receipt } from "./judge-receipt.ts";

/**
 * One receipt for one month or for several ("2026-07" until "2026-09"). Several are divided by what each month costs, and
 * only when their sum is exactly what was paid; every month is then judged as if it had come alone. All are paid or none.
 */
export function judgeMonths(
  step: ImportStep,
  receipt: Receipt,
  known: Known,
): RowOutcome | { readonly paid: readonly Paid[] } {
  const parts = divide(step, receipt, known);
  if ("outcome" in parts) return parts;
  const paid: Paid[] = [];
  for (const part of parts) {
    const judged = judgeReceipt(step, part, known);
    if ("payment" in judged) paid.push(judged);
    else if (judged.outcome !== "unchanged") return judged;
  }
  return paid.length === 0 ? { outcome: "unchanged" } : { paid };
}

function divide(step: ImportStep, receipt: Receipt, known: Known): RowOutcome | readonly Receipt[] {
  const { until, ...rest } = receipt;
  const months = until === undefined ? [receipt.month] : listMonths(receipt.month, until);
  if (months.length === 1) return [rest];
  const parts: Receipt[] = [];
  for (const month of months) {
    const price = priceOfMonth(step, { ...rest, month }, known);
    if (typeof price === "string") return { outcome: "quarantined", code: price };
    parts.push({ ...rest, month, amount: price as Receipt["amount"] });
  }
  const expected = parts.reduce((sum, { amount }) => sum + amount, 0);
  return expected === receipt.amount
    ? parts
    : { outcome: "quarantined", code: "E-RECEIPT-SUM", details: { expected, months: months.length } };
}

/** Every month a receipt speaks of. */
export function monthsOf({
  month,
  until,
}: {
  readonly month?: Month;
  readonly until?: Month;
}): readonly Month[] {
  return month === undefined ? [] : listMonths(month, until ?? month);
}
