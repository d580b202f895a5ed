import { monthOf } from "@tuwai/domain/time";
import { AppError } from "#app";
import { change, type Operation } from "#use-case";
import { enrol } from "./enrol.ts";
import { lockPayers } from "./enrolment.store.ts";
import { findRejected, type RejectedEnrolment } from "./rejected-enrolment.view.ts";

type Input = Operation & { readonly enrolmentId: string; readonly version: number };

export type EnrolAgainOutcome =
  | { readonly outcome: "ready"; readonly enrolmentId: string }
  | { readonly outcome: "refused"; readonly reasons: readonly ("payer-ended" | "has-payer" | "gone")[] };

/** Puts a rejected worker forward once more under the same payer, after what BPJS disliked was corrected. */
export const enrolAgain = change(
  { name: "enrolment.again", permission: "enrolment.submit" },
  async (step, input: Input): Promise<EnrolAgainOutcome> => {
    await lockPayers(step.tx);
    const rejected = await findRejected(step.tx, step.area, input.enrolmentId);
    if (rejected === undefined) throw new AppError("not-found", { object: "enrolment" });
    if (rejected.version !== input.version) throw new AppError("stale", { version: rejected.version });
    const reasons = reasonsAgainst(rejected);
    if (reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    const id = step.newId();
    const thisMonth = monthOf(step.today);
    const fromMonth = rejected.fromMonth > thisMonth ? rejected.fromMonth : thisMonth;
    await enrol(step, [{ ...rejected, id, fromMonth }]);
    const details = { after: rejected.id, personCode: rejected.personCode };
    await step.audit({ objectType: "enrolment", objectId: id, details });
    return { outcome: "ready", enrolmentId: id };
  },
);

function reasonsAgainst(rejected: RejectedEnrolment): readonly ("payer-ended" | "has-payer" | "gone")[] {
  return [
    ...(rejected.isSponsorshipOver ? (["payer-ended"] as const) : []),
    ...(rejected.hasPayer ? (["has-payer"] as const) : []),
    ...(rejected.isGone ? (["gone"] as const) : []),
  ];
}
