import type { Price } from "@tuwai/domain/contributions";
import type { Month } from "@tuwai/domain/time";
import type { App } from "#app";
import { listHeld } from "#claimability";
import { listTakenPersons, priceFor, type Pricing, readPricing } from "#contributions";
import { listNiksEnrolled, listReadyLines, type ReadyLine } from "#enrolment";
import { findNumbers } from "#groups";
import { listWithdrawn } from "#privacy";
import type { Step } from "#use-case";
import { checkLine, type LineReason } from "./check-line.ts";

/** A worker who cannot go yet; the enrolment stays `ready`. No code when the enrolment is not there at all. */
export type LeftOut = {
  readonly enrolmentId: string;
  readonly personCode?: string;
  readonly reasons: readonly LineReason[];
};

export type PricedLine = { readonly line: ReadyLine; readonly price: Price };

/** Of those ready (all, or those named) who can go to BPJS in that month and at what price, and who cannot and why. */
export async function sortLines(step: Step, month: Month, enrolmentIds: readonly string[] | null) {
  const { app, tx, area } = step;
  const ready = await listReadyLines(tx, area, enrolmentIds);
  // The access row stands before any NIK is opened (reliability.md B.3, rule 4).
  await step.seen({
    personIds: ready.map(({ personId }) => personId),
    purpose: "packet-compose",
    fields: ["full_name", "birth_date", "sex", "nik", "nik_status"],
  });
  const pricing = await readPricing(tx, step.actor.regionCode);
  const against = await reasonsFromOthers(step, ready, month);
  const lines: PricedLine[] = [];
  const leftOut = missing(enrolmentIds, ready);
  for (const line of ready) {
    const checked = { nik: openNik(app, line), month, today: step.today };
    const priced = priceLine(line, month, pricing);
    const reasons = [...checkLine(line, checked, pricing.enrolment), ...against(line), ...priced.reasons];
    if (reasons.length === 0 && priced.price !== undefined) lines.push({ line, price: priced.price });
    else leftOut.push({ enrolmentId: line.enrolmentId, personCode: line.personCode, reasons });
  }
  return { lines, leftOut };
}

function openNik(app: App, { nikSealed, personId }: ReadyLine): string | null {
  return nikSealed && app.keys.open(nikSealed, { table: "persons", column: "nik", rowId: personId });
}

/** What can only be seen by looking at the others: one number on two people, a month another payer owes. */
async function reasonsFromOthers(step: Step, ready: readonly ReadyLine[], month: Month) {
  const { tx, area } = step;
  const nikIndexes = ready.flatMap(({ nikIndex }) => nikIndex ?? []);
  const personIds = ready.map(({ personId }) => personId);
  const seen = Map.groupBy(nikIndexes, (nik) => nik);
  const twice = new Set(nikIndexes.filter((nik) => (seen.get(nik)?.length ?? 0) > 1));
  const elsewhere = new Set(await listNiksEnrolled(tx, area, { nikIndexes, exceptPersonIds: personIds }));
  const taken = await listTakenPersons(tx, { personIds, month });
  const refusing = await listWithdrawn(tx, personIds);
  const held = await listHeld(
    step,
    ready.map(({ enrolmentId }) => enrolmentId),
  );
  const numbers = await findNumbers(tx, area.regionCode, [...new Set(ready.map(({ groupKey }) => groupKey))]);
  return ({ enrolmentId, nikIndex, personId, segment, groupKey }: ReadyLine): readonly LineReason[] => [
    ...(nikIndex !== null && twice.has(nikIndex) ? (["nik-twice-in-packet"] as const) : []),
    ...(nikIndex !== null && elsewhere.has(nikIndex) ? (["nik-enrolled-elsewhere"] as const) : []),
    ...(held.has(enrolmentId) ? (["held-back"] as const) : []),
    ...(taken.has(personId) ? (["month-taken"] as const) : []),
    ...(refusing.has(personId) ? (["consent-withdrawn"] as const) : []),
    // A village registers its officers as an employer; BPJS opens a group of workers with their first list.
    ...(segment === "pu-village" && !numbers.has(groupKey) ? (["group-number-missing"] as const) : []),
  ];
}

function priceLine(
  line: ReadyLine,
  month: Month,
  pricing: Pricing,
): { readonly price?: Price; readonly reasons: readonly LineReason[] } {
  const answer = priceFor(pricing, { ...line, month });
  if (answer.outcome === "no-rate") return { reasons: ["no-rate"] };
  const isAboveCap = line.capRupiah !== null && answer.price.total > line.capRupiah;
  return { price: answer.price, reasons: isAboveCap ? ["above-sponsor-cap"] : [] };
}

function missing(enrolmentIds: readonly string[] | null, ready: readonly ReadyLine[]): LeftOut[] {
  const found = new Set(ready.map(({ enrolmentId }) => enrolmentId));
  const absent = (enrolmentIds ?? []).filter((id) => !found.has(id));
  return absent.map((enrolmentId) => ({ enrolmentId, reasons: ["not-ready"] }));
}
