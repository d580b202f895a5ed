import { readPersonCode } from "@tuwai/domain/identity";
import type { ImportedRow } from "@tuwai/domain/imports";
import { firstDay, type Month } from "@tuwai/domain/time";
import { areaOf, authorise } from "#access";
import { recordChange } from "#audit";
import { type Payment, recordPayments, takeBack } from "#cover";
import { lockCity } from "#database";
import type { AcceptedRow, Applier, ImportStep, RowOutcome, UndoOutcome } from "#intake";
import { decideReceipt, type Expected } from "./decide-receipt.ts";
import { findPayable } from "./find-payable.ts";
import { listOwedMonths, type OwedMonth } from "./obligation.store.ts";
import { payerOf } from "./payer-of.ts";
import { priceFor, type Pricing, readPricing } from "./read-pricing.ts";
import {
  listPayableLines,
  listPayments,
  listPaymentsOf,
  type PayableLine,
  type PaymentEvent,
} from "./receipt.view.ts";

/**
 * What BPJS received, worker by worker and month by month: the only thing that makes a month covered. It is evidence, never
 * a posting (reliability.md T23). Less than owed, a second payment of a month, or somebody never sent waits for a person.
 */
export const receiptsApplier: Applier = { apply, undo };

/** Receipts of one city wait for each other, so that two files cannot pay one worker's month twice. */
const oneFileAtATime = "receipts";

type Receipt = ImportedRow & { readonly month: Month; readonly amount: number };

type Known = {
  readonly lines: readonly PayableLine[];
  readonly owed: readonly OwedMonth[];
  readonly payments: PaymentEvent[];
  readonly pricing: Pricing;
};

async function apply(step: ImportStep, rows: readonly AcceptedRow[]): Promise<readonly RowOutcome[]> {
  const { app, tx, actor } = step;
  await lockCity(tx, oneFileAtATime);
  const known = await readKnown(step, rows);
  const paid: Payment[] = [];
  const outcomes = rows.map(({ values }): RowOutcome => {
    if (values.month === undefined || values.amount === undefined)
      return { outcome: "quarantined", code: "E-MISSING", details: { field: "month" } };
    const decided = decide(step, { ...values, month: values.month, amount: values.amount }, known);
    if (!("payment" in decided)) return decided;
    paid.push(decided.payment);
    known.payments.push(decided.known);
    return { outcome: "applied", recordId: decided.payment.id };
  });
  if (paid.length === 0) return outcomes;
  await recordPayments(step, step.batch.id, paid);
  await recordChange(app, tx, actor, {
    action: "contribution.receipt",
    objectType: "import",
    objectId: step.batch.id,
    details: { paid: paid.length },
  });
  return outcomes;
}

async function readKnown({ app, tx, actor }: ImportStep, rows: readonly AcceptedRow[]): Promise<Known> {
  const values = rows.map((row) => row.values);
  const codes = values.flatMap(({ personCode }) => {
    const reading = personCode === undefined ? undefined : readPersonCode(personCode);
    return reading?.status === "wajar" ? [reading.code] : [];
  });
  const area = areaOf(actor, authorise(actor, "import.apply"));
  const lines = await listPayableLines(tx, area, {
    codes,
    niks: values.flatMap(({ nik }) => (nik === undefined ? [] : app.keys.blindIndex("nik", nik))),
    kpjs: values.flatMap(({ kpj }) => (kpj === undefined ? [] : app.keys.blindIndex("kpj", kpj))),
  });
  const personIds = [...new Set(lines.map(({ personId }) => personId))];
  const months = [...new Set(values.flatMap(({ month }) => (month === undefined ? [] : firstDay(month))))];
  const owed = await listOwedMonths(tx, { personIds, months });
  return {
    lines,
    owed,
    payments: [...(await listPayments(tx, personIds))],
    pricing: await readPricing(tx, actor.regionCode),
  };
}

function decide(
  step: ImportStep,
  receipt: Receipt,
  known: Known,
): RowOutcome | { readonly payment: Payment; readonly known: PaymentEvent } {
  const { keys } = step.app;
  const owedFor = (personId: string) =>
    known.owed.find((owed) => owed.personId === personId && owed.month === firstDay(receipt.month));
  const named = {
    personCode: receipt.personCode,
    nik: receipt.nik === undefined ? null : keys.blindIndex("nik", receipt.nik).toString("hex"),
    kpj: receipt.kpj === undefined ? null : keys.blindIndex("kpj", receipt.kpj).toString("hex"),
  };
  const line = findPayable(named, receipt.month, known.lines, (id) => owedFor(id)?.enrolmentId);
  if (typeof line === "string") return { outcome: "quarantined", code: line };
  const own = known.payments.filter(({ personId }) => personId === line.personId);
  const expected = expectedFor(line, receipt.month, owedFor(line.personId), known.pricing);
  const decided = decideReceipt(receipt, own, expected);
  if (decided.decision === "unchanged") return { outcome: "unchanged" };
  if (decided.decision === "hold")
    return { outcome: "quarantined", code: decided.code, details: { ...decided.details } };
  const { naturalKey, excessRupiah } = decided;
  const payment = paymentOf(step, line, receipt, { naturalKey, excessRupiah, expected });
  const { personId, month } = payment;
  return { payment, known: { personId, month, naturalKey, amountRupiah: receipt.amount, isReversed: false } };
}

function expectedFor(
  line: PayableLine,
  month: Month,
  owed: OwedMonth | undefined,
  pricing: Pricing,
): Expected | null {
  if (owed !== undefined && owed.enrolmentId === line.enrolmentId)
    return { rupiah: owed.amountRupiah, programmes: owed.programmes, basis: "obligation" };
  const answer = priceFor(pricing, { fundSource: line.fundSource, sector: line.sector, month });
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
  { app }: ImportStep,
  line: PayableLine,
  receipt: Receipt,
  { naturalKey, excessRupiah, expected }: Judged,
): Payment {
  const { amount: amountRupiah, billingCode } = receipt;
  return {
    id: app.newId(),
    personId: line.personId,
    villageCode: line.villageCode,
    kecamatanCode: line.kecamatanCode,
    enrolmentId: line.enrolmentId,
    on: receipt.paidOn ?? app.clock.today(),
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

/** Every payment of the batch is followed by its reversal; nothing is deleted, and a later receipt may pay again. */
async function undo(step: ImportStep): Promise<UndoOutcome> {
  const { app, tx, actor, batch } = step;
  await lockCity(tx, oneFileAtATime);
  const eventIds = await listPaymentsOf(tx, batch.id);
  if (eventIds.length === 0) return { outcome: "undone" };
  await takeBack(step, { eventIds, evidence: { type: "import-batch", id: batch.id } });
  await recordChange(app, tx, actor, {
    action: "contribution.receipt-undone",
    objectType: "import",
    objectId: batch.id,
    details: { reversed: eventIds.length },
  });
  return { outcome: "undone" };
}
