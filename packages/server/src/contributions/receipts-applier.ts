import { readPersonCode } from "@tuwai/domain/identity";
import type { ImportedRow } from "@tuwai/domain/imports";
import { firstDay, type Month } from "@tuwai/domain/time";
import { areaOf, authorise } from "#access";
import { recordChange } from "#audit";
import { insertCoverEvents, type NewCoverEvent } from "#cover";
import type { AcceptedRow, Applier, ImportStep, RowOutcome, UndoOutcome } from "#intake";
import { enqueue } from "#outbox";
import { decideReceipt, type Expected } from "./decide-receipt.ts";
import { findPayable } from "./find-payable.ts";
import { listOwedMonths, type OwedMonth } from "./obligation.store.ts";
import { payerOf } from "./payer-of.ts";
import { priceFor, type Pricing, readPricing } from "./read-pricing.ts";
import {
  listPayableLines,
  listPayments,
  listPaymentsOf,
  lockReceipts,
  type PayableLine,
  type PaymentEvent,
} from "./receipt.store.ts";

/**
 * What BPJS received, worker by worker and month by month: the only thing that makes a month covered. It is evidence, never
 * a posting (reliability.md T23). Less than owed, a second payment of a month, or somebody never sent waits for a person.
 */
export const receiptsApplier: Applier = { apply, undo };

type Receipt = ImportedRow & { readonly month: Month; readonly amount: number };

type Known = {
  readonly lines: readonly PayableLine[];
  readonly owed: readonly OwedMonth[];
  readonly payments: PaymentEvent[];
  readonly pricing: Pricing;
};

async function apply(step: ImportStep, rows: readonly AcceptedRow[]): Promise<readonly RowOutcome[]> {
  const { app, tx, actor } = step;
  await lockReceipts(tx);
  const known = await readKnown(step, rows);
  const events: NewCoverEvent[] = [];
  const outcomes = rows.map(({ values }): RowOutcome => {
    if (values.month === undefined || values.amount === undefined)
      return { outcome: "quarantined", code: "E-MISSING", details: { field: "month" } };
    const decided = decide(step, { ...values, month: values.month, amount: values.amount }, known);
    if (!("event" in decided)) return decided;
    events.push(decided.event);
    known.payments.push(decided.payment);
    return { outcome: "applied", recordId: decided.event.id };
  });
  if (events.length === 0) return outcomes;
  await insertCoverEvents(tx, { regionCode: actor.regionCode, at: app.clock.now() }, events);
  await recordChange(app, tx, actor, {
    action: "contribution.receipt",
    objectType: "import",
    objectId: step.batch.id,
    details: { paid: events.length },
  });
  const personIds = [...new Set(events.map(({ personId }) => personId))];
  await enqueue(app, tx, actor, { topic: "cover.refresh", payload: { personIds } });
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
): RowOutcome | { readonly event: NewCoverEvent; readonly payment: PaymentEvent } {
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
  const event = paymentOf(step, line, receipt, { naturalKey, excessRupiah, expected });
  const { personId } = line;
  const payment = {
    personId,
    month: receipt.month,
    naturalKey,
    amountRupiah: receipt.amount,
    isReversed: false,
  };
  return { event, payment };
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

type Payment = {
  readonly naturalKey: string;
  readonly excessRupiah: number;
  readonly expected: Expected | null;
};

function paymentOf(
  { app, batch }: ImportStep,
  line: PayableLine,
  receipt: Receipt,
  { naturalKey, excessRupiah, expected }: Payment,
): NewCoverEvent {
  const { amount: amountRupiah, billingCode } = receipt;
  return {
    id: app.newId(),
    personId: line.personId,
    villageCode: line.villageCode,
    kecamatanCode: line.kecamatanCode,
    enrolmentId: line.enrolmentId,
    type: "paid",
    effectiveOn: receipt.paidOn ?? app.clock.today(),
    month: receipt.month,
    payer: payerOf(line.fundSource),
    details: {
      amountRupiah,
      expectedRupiah: expected?.rupiah,
      basis: expected?.basis,
      ...(excessRupiah > 0 ? { excessRupiah } : {}),
      ...(billingCode === undefined ? {} : { billingCode }),
    },
    evidenceType: "import-batch",
    evidenceId: batch.id,
    naturalKey,
  };
}

/** Every payment of the batch is followed by its reversal; nothing is deleted, and a later receipt may pay again. */
async function undo({ app, tx, actor, batch }: ImportStep): Promise<UndoOutcome> {
  await lockReceipts(tx);
  const payments = await listPaymentsOf(tx, batch.id);
  if (payments.length === 0) return { outcome: "undone" };
  const reversals = payments.map((payment): NewCoverEvent => ({
    ...payment,
    id: app.newId(),
    type: "reversed",
    effectiveOn: app.clock.today(),
    evidenceType: "import-batch",
    evidenceId: batch.id,
    naturalKey: `reversed|${payment.naturalKey}`,
  }));
  await insertCoverEvents(tx, { regionCode: actor.regionCode, at: app.clock.now() }, reversals);
  await recordChange(app, tx, actor, {
    action: "contribution.receipt-undone",
    objectType: "import",
    objectId: batch.id,
    details: { reversed: reversals.length },
  });
  const personIds = [...new Set(payments.map(({ personId }) => personId))];
  await enqueue(app, tx, actor, { topic: "cover.refresh", payload: { personIds } });
  return { outcome: "undone" };
}
