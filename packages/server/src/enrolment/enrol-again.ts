import { monthOf } from "@tuwai/domain/time";
import { areaOf, authorise } from "#access";
import { type Actor, type App, AppError } from "#app";
import { recordChange } from "#audit";
import { inTransaction, runOnce } from "#database";
import { insertEnrolments, lockPayers } from "./enrolment.store.ts";
import { findRejected, type RejectedEnrolment } from "./rejected-enrolment.store.ts";

type Input = { readonly operationId: string; readonly enrolmentId: string; readonly version: number };

export type EnrolAgainOutcome =
  | { readonly outcome: "ready"; readonly enrolmentId: string }
  | { readonly outcome: "refused"; readonly reasons: readonly ("payer-ended" | "has-payer" | "gone")[] };

/** Puts a rejected worker forward once more under the same payer, after what BPJS disliked was corrected. */
export async function enrolAgain(app: App, actor: Actor, input: Input): Promise<EnrolAgainOutcome> {
  const area = areaOf(actor, authorise(actor, "enrolment.submit"));
  const { operationId, ...request } = input;
  return inTransaction(app, actor, (tx) =>
    runOnce(tx, actor, { id: operationId, name: "enrolment.again", request }, async () => {
      await lockPayers(tx);
      const rejected = await findRejected(tx, area, input.enrolmentId);
      if (rejected === undefined) throw new AppError("not-found", { object: "enrolment" });
      if (rejected.version !== input.version) throw new AppError("stale", { version: rejected.version });
      const reasons = reasonsAgainst(rejected);
      if (reasons.length > 0) return { outcome: "refused", reasons };
      const id = app.newId();
      const thisMonth = monthOf(app.clock.today());
      const fromMonth = rejected.fromMonth > thisMonth ? rejected.fromMonth : thisMonth;
      await insertEnrolments(tx, [{ ...rejected, id, fromMonth }]);
      await recordChange(app, tx, actor, {
        action: "enrolment.again",
        objectType: "enrolment",
        objectId: id,
        operationId,
        details: { after: rejected.id, personCode: rejected.personCode },
      });
      return { outcome: "ready", enrolmentId: id };
    }),
  );
}

function reasonsAgainst(rejected: RejectedEnrolment): readonly ("payer-ended" | "has-payer" | "gone")[] {
  return [
    ...(rejected.isSponsorshipOver ? (["payer-ended"] as const) : []),
    ...(rejected.hasPayer ? (["has-payer"] as const) : []),
    ...(rejected.isGone ? (["gone"] as const) : []),
  ];
}
