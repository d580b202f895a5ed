import { readPersonCode } from "@tuwai/domain/identity";
import { firstDay } from "@tuwai/domain/time";
import { areaOf, authorise } from "#access";
import { type Payment, recordPayments, takeBack } from "#cover";
import { lockCity } from "#database";
import type { AcceptedRow, Applier, ImportStep, RowOutcome, UndoOutcome } from "#intake";
import { judgeMonths, monthsOf } from "./judge-months.ts";
import type { Known } from "./judge-receipt.ts";
import { listOwedMonths } from "./obligation.store.ts";
import { readPricing } from "./read-pricing.ts";
import { listPayableLines, listPayments, listPaymentsOf } from "./receipt.view.ts";

/**
 * What BPJS received, worker by worker and month by month: the only thing that makes a month covered. It is evidence, never
 * a posting (reliability.md T23). Less than owed, a second payment of a month, or somebody never sent waits for a person.
 */
export const receiptsApplier: Applier = { apply, undo };

/** Receipts of one city wait for each other, so that two files cannot pay one worker's month twice. */
const oneFileAtATime = "receipts";

async function apply(step: ImportStep, rows: readonly AcceptedRow[]): Promise<readonly RowOutcome[]> {
  await lockCity(step.tx, oneFileAtATime);
  const known = await readKnown(step, rows);
  const paid: Payment[] = [];
  const outcomes = rows.map(({ values }): RowOutcome => {
    if (values.month === undefined || values.amount === undefined)
      return { outcome: "quarantined", code: "E-MISSING", details: { field: "month" } };
    const decided = judgeMonths(step, { ...values, month: values.month, amount: values.amount }, known);
    if (!("paid" in decided)) return decided;
    paid.push(...decided.paid.map(({ payment }) => payment));
    known.payments.push(...decided.paid.map((each) => each.known));
    const recordId = decided.paid[0]?.payment.id;
    return { outcome: "applied", ...(recordId === undefined ? {} : { recordId }) };
  });
  if (paid.length === 0) return outcomes;
  await recordPayments(step, step.batch.id, paid);
  await step.audit({
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
  // Sending a file is one right, having it believed another.
  const area = areaOf(actor, authorise(actor, "import.apply"));
  const lines = await listPayableLines(tx, area, {
    codes,
    niks: values.flatMap(({ nik }) => (nik === undefined ? [] : app.keys.blindIndex("nik", nik))),
    kpjs: values.flatMap(({ kpj }) => (kpj === undefined ? [] : app.keys.blindIndex("kpj", kpj))),
  });
  const personIds = [...new Set(lines.map(({ personId }) => personId))];
  const months = [...new Set(values.flatMap(monthsOf).map(firstDay))];
  const owed = await listOwedMonths(tx, { personIds, months });
  return {
    lines,
    owed,
    payments: [...(await listPayments(tx, personIds))],
    pricing: await readPricing(tx, actor.regionCode),
  };
}

/** Every payment of the batch is followed by its reversal; nothing is deleted, and a later receipt may pay again. */
async function undo(step: ImportStep): Promise<UndoOutcome> {
  const { tx, batch } = step;
  await lockCity(tx, oneFileAtATime);
  const eventIds = await listPaymentsOf(tx, batch.id);
  if (eventIds.length === 0) return { outcome: "undone" };
  await takeBack(step, { eventIds, evidence: { type: "import-batch", id: batch.id } });
  await step.audit({
    action: "contribution.receipt-undone",
    objectType: "import",
    objectId: batch.id,
    details: { reversed: eventIds.length },
  });
  return { outcome: "undone" };
}
