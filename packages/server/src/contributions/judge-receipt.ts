import type { ImportedRow } from "@tuwai/domain/intake";
import { firstDay, type Month } from "@tuwai/domain/time";
import type { Payment } from "#cover";
import type { ImportStep, RowOutcome } from "#intake";
import { decideReceipt, type Expected } from "./decide-receipt.ts";
import { findPayable } from "./find-payable.ts";
import type { OwedMonth } from "./obligation.store.ts";
import { payerOf } from "./payer-of.ts";
import { priceFor, type Pricing } from "./read-pricing.ts";
import type { PayableLine, PaymentEvent } from "./receipt.view.ts";

/** A row that says which month and how much. */
export type Receipt = ImportedRow & { readonly month: Month; readonly amount: number };

/** What is known of everybody a file names. */
export type Known = {
  readonly lines: readonly PayableLine[];
  readonly owed: readonly OwedMonth[];
  readonly payments: PaymentEvent[];
  readonly pricing: Pricing;
};

/** A payment to record, and what the next rows of the file have to know of it. */
export type Paid = { readonly payment: Payment; readonly known: PaymentEvent };

/** The payment that one receipt proves, or why it proves none. `known` is what the next rows of the file have to know of it. */
export function judgeReceipt(step: ImportStep, receipt: Receipt, known: Known): RowOutcome | Paid {
  const found = findLine(step, receipt, known);
  if (typeof found === "string") return { outcome: "quarantined", code: found };
  const { line, expected } = found;
  const own = known.payments.filter(({ personId }) => personId === line.personId);
  const decided = decideReceipt(receipt, own, expected);
  if (decided.decision === "unchanged") return { outcome: "unchanged" };
  if (decided.decision === "hold")
    return { outcome: "quarantined", code: decided.code, details: { ...decided.details } };
  const { naturalKey, excessRupiah } = decided;
  const payment = paymentOf(step, line, receipt, { naturalKey, excessRupiah, expected });
  const { personId, month } = payment;
  return { payment, known: { personId, month, naturalKey, amountRupiah: receipt.amount, isReversed: false } };
}

/** What the month costs the worker whom the receipt names, or why nobody can say. */
export function priceOfMonth(step: ImportStep, receipt: Receipt, known: Known): number | string {
  const found = findLine(step, receipt, known);
  if (typeof found === "string") return found;
  return found.expected?.rupiah ?? "E-RECEIPT-NO-RATE";
}

function findLine(
  step: ImportStep,
  receipt: Receipt,
  known: Known,
): { readonly line: PayableLine; readonly expected: Expected | null } | string {
  const { keys } = step.app;
  const owedFor = (personId: string) =>
    known.owed.find((owed) => owed.personId === personId && owed.month === firstDay(receipt.month));
  const named = {
    personCode: receipt.personCode,
    nik: receipt.nik === undefined ? null : keys.blindIndex("nik", receipt.nik).toString("hex"),
    kpj: receipt.kpj === undefined ? null : keys.blindIndex("kpj", receipt.kpj).toString("hex"),
  };
  const line = findPayable(named, receipt.month, known.lines, (id) => owedFor(id)?.enrolmentId);
  if (typeof line === "string") return line;
  return { line, expected: expectedFor(line, receipt.month, owedFor(line.personId), known.pricing) };
}

function expectedFor(
  line: PayableLine,
  month: Month,
  owed: OwedMonth | undefined,
  pricing: Pricing,
): Expected | null {
  if (owed !== undefined && owed.enrolmentId === line.enrolmentId)
    return { rupiah: owed.amountRupiah, programmes: owed.programmes, basis: "obligation" };
  const answer = priceFor(pricing, { ...line, month });
  if (answer.outcome === "no-rate") return null;
  const { total, parts } = answer.price;
  return { rupiah: total, programmes: parts.map(({ programme }) => programme), basis: "law" };
}

type Judged = {
  readonly naturalKey: string;
  readonly excessRupiah: number;
  readonly expected: Expected | null;
};

function paymentOf(
  { newId, today }: ImportStep,
  line: PayableLine,
  receipt: Receipt,
  { naturalKey, excessRupiah, expected }: Judged,
): Payment {
  const { amount: amountRupiah, billingCode } = receipt;
  return {
    id: newId(),
    personId: line.personId,
    villageCode: line.villageCode,
    kecamatanCode: line.kecamatanCode,
    enrolmentId: line.enrolmentId,
    on: receipt.paidOn ?? today,
    month: receipt.month,
    payer: payerOf(line.fundSource),
    details: {
      amountRupiah,
      expectedRupiah: expected?.rupiah,
      basis: expected?.basis,
      ...(excessRupiah > 0 ? { excessRupiah } : {}),
      ...(billingCode === undefined ? {} : { billingCode }),
    },
    naturalKey,
  };
}
