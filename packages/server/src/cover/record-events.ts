import type { Segment } from "@tuwai/domain/contributions";
import { type CivilDate, firstDay, jakartaDate, type Month } from "@tuwai/domain/time";
import { nowOf } from "#database";
import type { Step } from "#use-case";
import { enqueue } from "#work";
import {
  type Evidence,
  insertCoverEvents,
  insertReversals,
  type NewCoverEvent,
  type RecordedBy,
} from "./cover-event.store.ts";

/** What recording needs of the step it is part of. */
export type Recording = Pick<Step, "app" | "tx" | "actor">;

/** The enrolment that an event belongs to, and whose it is. */
export type OfEnrolment = Pick<NewCoverEvent, "personId" | "villageCode" | "kecamatanCode"> & {
  readonly enrolmentId: string;
};

export type Registration = OfEnrolment & {
  readonly payer: string;
  readonly wadah: string;
  readonly programmes: readonly string[];
  readonly segment: Segment;
  /** What is reported to BPJS as income; of an officer, whose benefits are multiples of it. */
  readonly baseRupiah: number;
};

/** Workers sent to BPJS in a packet, registered today. */
export function recordRegistrations(
  step: Recording,
  packetId: string,
  registrations: readonly Registration[],
): Promise<void> {
  return record(
    step,
    { type: "packet", id: packetId },
    registrations.map(({ payer, wadah, programmes, segment, baseRupiah, ...of }) => ({
      ...ofEnrolment(of),
      id: step.app.newId(),
      type: "registered",
      effectiveOn: todayOf(step),
      payer,
      details: { wadah, programmes, ...(segment === "bpu" ? {} : { segment, baseRupiah }) },
      naturalKey: `registered|${of.enrolmentId}`,
    })),
  );
}

/** Officers whose village pays no longer, each with the last day it did. */
export function recordLeavings(
  step: Recording,
  leavings: readonly (OfEnrolment & { readonly on: CivilDate })[],
): Promise<void> {
  return record(
    step,
    { type: "report", id: "office-ended" },
    leavings.map(({ on, ...of }) => ({
      ...ofEnrolment(of),
      id: step.app.newId(),
      type: "left",
      effectiveOn: on,
      naturalKey: `left|${of.enrolmentId}`,
    })),
  );
}

/** What villages report of officers' wages, each from the first day of its month. */
export function recordWages(
  step: Recording,
  wages: readonly (OfEnrolment & { readonly from: Month; readonly baseRupiah: number })[],
): Promise<void> {
  return record(
    step,
    { type: "report", id: "wage-reported" },
    wages.map(({ from, baseRupiah, ...of }) => {
      const id = step.app.newId();
      return {
        ...ofEnrolment(of),
        id,
        type: "wage",
        effectiveOn: firstDay(from),
        details: { baseRupiah },
        naturalKey: `wage|${of.enrolmentId}|${id}`,
      };
    }),
  );
}

export type BranchAnswer = OfEnrolment & {
  readonly answer: "accepted" | "rejected";
  readonly on: CivilDate;
  readonly reason: string | null;
};

/** What a branch answered in a file: who is taken in, and who is not and why. */
export function recordAnswers(
  step: Recording,
  batchId: string,
  answers: readonly BranchAnswer[],
): Promise<void> {
  return record(
    step,
    { type: "import-batch", id: batchId },
    answers.map(({ answer, on, reason, ...of }) => ({
      ...ofEnrolment(of),
      id: step.app.newId(),
      type: answer,
      effectiveOn: on,
      ...(reason === null ? {} : { details: { reason } }),
      naturalKey: `${answer}|${of.enrolmentId}|${batchId}`,
    })),
  );
}

export type Payment = OfEnrolment & {
  readonly id: string;
  readonly month: Month;
  readonly on: CivilDate;
  readonly payer: string;
  readonly details: object;
  /** Names the receipt, so that the same one told twice is one payment. */
  readonly naturalKey: string;
};

/** Contributions that reached BPJS, as a file of receipts says. */
export function recordPayments(
  step: Recording,
  batchId: string,
  payments: readonly Payment[],
): Promise<void> {
  return record(
    step,
    { type: "import-batch", id: batchId },
    payments.map(({ on, ...payment }) => ({ ...payment, type: "paid", effectiveOn: on })),
  );
}

/** Takes back events as if they had not been; nothing is deleted. One already taken back is left alone. */
export async function takeBack(
  step: Recording,
  { eventIds, evidence }: { readonly eventIds: readonly string[]; readonly evidence: Evidence },
): Promise<void> {
  const reversals = eventIds.map((eventId) => ({ id: step.app.newId(), eventId }));
  const personIds = await insertReversals(step.tx, recordedBy(step, evidence), reversals, todayOf(step));
  await refold(step, personIds);
}

/** Appends events and has the cover of those persons folded anew. */
export async function record(
  step: Recording,
  evidence: Evidence,
  events: readonly NewCoverEvent[],
): Promise<void> {
  await insertCoverEvents(step.tx, recordedBy(step, evidence), events);
  await refold(
    step,
    events.map(({ personId }) => personId),
  );
}

async function refold({ app, tx, actor }: Recording, persons: readonly string[]): Promise<void> {
  const personIds = [...new Set(persons)];
  if (personIds.length > 0) await enqueue(app, tx, actor, { topic: "cover.refresh", payload: { personIds } });
}

function recordedBy({ tx, actor }: Recording, evidence: Evidence): RecordedBy {
  return { regionCode: actor.regionCode, at: nowOf(tx), evidence };
}

function todayOf({ tx }: Recording): CivilDate {
  return jakartaDate(nowOf(tx).getTime());
}

function ofEnrolment({ personId, villageCode, kecamatanCode, enrolmentId }: OfEnrolment): OfEnrolment {
  return { personId, villageCode, kecamatanCode, enrolmentId };
}
