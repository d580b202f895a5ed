import type { ImportedRow } from "@tuwai/domain/intake";
import type { Month } from "@tuwai/domain/time";
import type { PaymentEvent } from "./receipt.view.ts";

/** What a month costs: by the obligation that was sent, or by the law of the month where nothing was sent yet. */
export type Expected = {
  readonly rupiah: number;
  readonly programmes: readonly string[];
  readonly basis: "obligation" | "law";
};

/**
 * `-LESS`: less than owed. `-PART`: some of the programmes only. `-NO-RATE`: no law covers the month.
 * `-CONFLICT`: the same receipt with another amount. `-PAID-TWICE`: another receipt has paid the month.
 */
export type ReceiptProblem =
  | "E-RECEIPT-LESS"
  | "E-RECEIPT-PART"
  | "E-RECEIPT-NO-RATE"
  | "E-RECEIPT-CONFLICT"
  | "E-RECEIPT-PAID-TWICE";

export type ReceiptDecision =
  | { readonly decision: "pay"; readonly naturalKey: string; readonly excessRupiah: number }
  | { readonly decision: "unchanged" }
  | { readonly decision: "hold"; readonly code: ReceiptProblem; readonly details?: object };

/** `payments` are all payments of this worker, for any month, standing or reversed. */
export function decideReceipt(
  row: ImportedRow & { readonly month: Month; readonly amount: number },
  payments: readonly PaymentEvent[],
  expected: Expected | null,
): ReceiptDecision {
  const base = ["paid", row.month, keyPart(row.billingCode ?? row.paidOn ?? "-")].join("|");
  const isSameReceipt = ({ naturalKey }: PaymentEvent) =>
    naturalKey === base || naturalKey.startsWith(`${base}|`);
  const standing = payments.filter(({ month, isReversed }) => month === row.month && !isReversed);
  const same = standing.find(isSameReceipt);
  if (same !== undefined) {
    return same.amountRupiah === row.amount
      ? { decision: "unchanged" }
      : { decision: "hold", code: "E-RECEIPT-CONFLICT", details: { before: same.amountRupiah } };
  }
  if (standing.length > 0) return { decision: "hold", code: "E-RECEIPT-PAID-TWICE" };
  if (expected === null) return { decision: "hold", code: "E-RECEIPT-NO-RATE" };
  const missing = expected.programmes.filter(
    (programme) => row.programmes !== undefined && !row.programmes.some((paid) => paid === programme),
  );
  if (missing.length > 0) return { decision: "hold", code: "E-RECEIPT-PART", details: { missing } };
  if (row.amount < expected.rupiah)
    return { decision: "hold", code: "E-RECEIPT-LESS", details: { expected: expected.rupiah } };
  const repeats = payments.filter(isSameReceipt).length;
  const naturalKey = repeats === 0 ? base : `${base}|${repeats + 1}`;
  return { decision: "pay", naturalKey, excessRupiah: row.amount - expected.rupiah };
}

function keyPart(text: string): string {
  return text.replaceAll("|", "/").trim();
}
