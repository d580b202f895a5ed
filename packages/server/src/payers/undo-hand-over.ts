import { AppError, isUuid } from "#app";
import { lockPayers, returnEnrolments } from "#enrolment";
import { change, type Operation } from "#use-case";
import { lockHandover, markUndone } from "./handover.store.ts";
import { listStandingLines, type StandingLine } from "./handover-line.view.ts";

export type UndoHandOver = Operation & { readonly handoverId: string };

/** `paid-since`: BPJS has received money under the new payer. `changed-since`: somebody else has the worker, or the new payer has ended. */
export type UndoReason = "undone-already" | "paid-since" | "changed-since";
export type UndoHandOverOutcome =
  | { readonly outcome: "undone"; readonly workers: number }
  | { readonly outcome: "refused"; readonly reasons: readonly UndoReason[] };

/** Takes a whole hand-over back: everybody is paid for as before it, and nothing of it is left but the history. Throws `not-found`. */
export const undoHandOver = change(
  { name: "payer.undo-hand-over", permission: "payer.hand_over" },
  async (step, { handoverId }: UndoHandOver): Promise<UndoHandOverOutcome> => {
    await lockPayers(step.tx);
    const handover = isUuid(handoverId)
      ? await lockHandover(step.tx, step.actor.regionCode, handoverId)
      : undefined;
    if (handover === undefined) throw new AppError("not-found", { object: "handover" });
    const lines = await listStandingLines(step.tx, handoverId);
    const reasons = reasonsAgainst(handover.isUndone, lines);
    if (reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    await returnEnrolments(
      step,
      lines.map(({ personId, enrolmentId, stateBefore, newEnrolmentId, newFromMonth }) => ({
        personId,
        enrolmentId,
        state: stateBefore,
        next:
          newEnrolmentId === null || newFromMonth === null
            ? null
            : { enrolmentId: newEnrolmentId, fromMonth: newFromMonth },
      })),
    );
    await markUndone(step.tx, { id: handoverId, by: step.actor.userId, at: step.now });
    const details = { handoverId, workers: lines.length };
    await step.audit({ objectType: "payer", objectId: handover.fromPayerId, details });
    return { outcome: "undone", workers: lines.length };
  },
);

function reasonsAgainst(isUndone: boolean, lines: readonly StandingLine[]): readonly UndoReason[] {
  if (isUndone) return ["undone-already"];
  return [
    ...(lines.some(({ isPaid }) => isPaid) ? (["paid-since"] as const) : []),
    ...(lines.some(({ hasOther, hasChanged }) => hasOther || hasChanged) ? (["changed-since"] as const) : []),
  ];
}
