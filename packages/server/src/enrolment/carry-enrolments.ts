import type { Month } from "@tuwai/domain/time";
import type { FundSource } from "#contributions";
import type { Step } from "#use-case";
import {
  type EnrolmentBefore,
  endEach,
  insertEnrolments,
  lockEnrolments,
  type OldEnrolment,
  reopenEach,
  updateCarried,
  type Wadah,
} from "./enrolment.store.ts";

/** One enrolment whose payer another takes over from: when it ends, and what begins in its place, if anything. */
export type Carried = {
  readonly enrolmentId: string;
  readonly untilMonth: Month;
  readonly next: {
    readonly enrolmentId: string;
    readonly fromMonth: Month;
    readonly payerId: string;
    readonly fundSource: FundSource;
    readonly wadah: Wadah;
  } | null;
};

/**
 * Ends enrolments and begins others in their place, of the same workers. What BPJS has accepted stays accepted with its member number:
 * membership is the worker's, and only the group and who pays change.
 */
export async function carryEnrolments(step: Step, lines: readonly Carried[]): Promise<void> {
  if (lines.length === 0) return;
  const ids = lines.map(({ enrolmentId }) => enrolmentId);
  const old = new Map((await lockEnrolments(step.tx, ids)).map((row) => [row.id, row]));
  await endEach(step.tx, lines);
  const begun = lines.flatMap(({ enrolmentId, next }) => {
    const before = old.get(enrolmentId);
    return next === null || before === undefined ? [] : [{ before, next }];
  });
  await insertEnrolments(
    step.tx,
    step.actor.regionCode,
    begun.map(({ before, next: { enrolmentId, ...paid } }) => ({
      ...placeOf(before),
      ...paid,
      id: enrolmentId,
      sponsorshipId: null,
      carriedFrom: before.state === "accepted" ? (before.carriedFrom ?? before.id) : null,
    })),
  );
  await updateCarried(
    step.tx,
    begun.flatMap(({ before, next }) => acceptanceOf(step, before, next.enrolmentId)),
  );
  await step.follow("arrears.refresh", { personIds: [...old.values()].map(({ personId }) => personId) });
}

function placeOf(before: OldEnrolment) {
  const { personId, villageCode, kecamatanCode, sector, programme, segment, wages } = before;
  return { personId, villageCode, kecamatanCode, sector, programme, segment, wages };
}

const at = (rowId: string) => ({ table: "enrolments", column: "kpj", rowId });

/** The member number is sealed to its row, so it is sealed anew for the next. */
function acceptanceOf({ app: { keys } }: Step, before: OldEnrolment, enrolmentId: string) {
  const { state, acceptedOn, kpjSealed, kpjIndex } = before;
  if (state !== "accepted" || acceptedOn === null) return [];
  const sealed = kpjSealed && keys.seal(keys.open(kpjSealed, at(before.id)), at(enrolmentId)).toString("hex");
  return [{ enrolmentId, acceptedOn, kpjSealed: sealed, kpjIndex }];
}

export type Returned = {
  readonly personId: string;
  readonly enrolmentId: string;
  readonly state: EnrolmentBefore;
  /** What had begun in its place, and the month it would have begun: it never did. */
  readonly next: { readonly enrolmentId: string; readonly fromMonth: Month } | null;
};

/** Takes `carryEnrolments` back: what had ended is open again as it stood, what had begun never began. */
export async function returnEnrolments(step: Step, lines: readonly Returned[]): Promise<void> {
  const begun = lines.flatMap(({ next }) => (next === null ? [] : [next]));
  await endEach(
    step.tx,
    begun.map(({ enrolmentId, fromMonth }) => ({ enrolmentId, untilMonth: fromMonth })),
  );
  await reopenEach(step.tx, lines);
  await step.follow("arrears.refresh", { personIds: lines.map(({ personId }) => personId) });
}
